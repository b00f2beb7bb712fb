import { Archive } from './read-archive.js';
import { attribute, XmlFault, XmlScanner, type XmlHandler } from './scan-xml.js';
import { SheetRows } from './sheet-rows.js';
import type { Table, TableLimits, TableRow } from './table.js';
import { tableErrors } from './table-errors.js';

const WORKBOOK = 'xl/workbook.xml';
/** Built-in number formats that show a day (ECMA-376 part 1, 18.8.30, with those of East Asia). */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** The archive of a workbook; nothing of it is unpacked yet. */
export function openWorkbook(bytes: Uint8Array, limits: TableLimits): Archive {
  const archive = Archive.open(bytes, limits);
  if (archive.has('xl/workbook.bin')) throw tableErrors['old-excel']();
  if (!archive.has(WORKBOOK)) throw tableErrors['not-a-table']();
  return archive;
}

/** The first visible sheet of a workbook. Only the shared texts and one piece of the sheet are in memory at a time. */
export async function readWorkbook(bytes: Uint8Array, limits: TableLimits): Promise<Table> {
  const archive = openWorkbook(bytes, limits);
  const { sheets, date1904 } = await readSheets(archive);
  const targets = await readTargets(archive);
  const sheet = sheets.find(({ visible, relation }) => visible && archive.has(targets.get(relation) ?? ''));
  if (!sheet) throw tableErrors['no-sheet']();
  const strings = archive.has('xl/sharedstrings.xml') ? await readStrings(archive, limits) : [];
  const dateStyles = archive.has('xl/styles.xml') ? await readDateStyles(archive) : new Set<number>();
  const rows = new SheetRows({ strings, dateStyles, date1904, limits });
  return {
    format: 'xlsx',
    sheet: sheet.name,
    otherSheets: sheets.filter((other) => other !== sheet && other.visible).map(({ name }) => name),
    date1904,
    rows: drain(archive, targets.get(sheet.relation) ?? '', rows),
  };
}

async function* drain(archive: Archive, member: string, rows: SheetRows): AsyncGenerator<TableRow> {
  for await (const _ of scan(archive, member, rows)) yield* rows.take();
  yield* rows.take();
}

/** Reads a member through the handler, and stops for a moment after every piece. */
async function* scan(archive: Archive, member: string, handler: XmlHandler): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const scanner = new XmlScanner(handler);
  try {
    for await (const piece of archive.read(member)) {
      scanner.push(text(decoder, piece));
      yield;
    }
    scanner.push(text(decoder));
    scanner.end();
  } catch (error) {
    if (error instanceof XmlFault) throw tableErrors['archive-broken']({ reason: error.message });
    throw error;
  }
}

/** Without a piece: what the decoder still holds. */
function text(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new XmlFault('the text is not UTF-8');
  }
}

async function readWhole(archive: Archive, member: string, handler: Partial<XmlHandler>): Promise<void> {
  const nothing = () => undefined;
  for await (const _ of scan(archive, member, { open: nothing, text: nothing, close: nothing, ...handler }));
}

interface Sheet {
  readonly name: string;
  readonly relation: string;
  readonly visible: boolean;
}

async function readSheets(archive: Archive): Promise<{ sheets: Sheet[]; date1904: boolean }> {
  const sheets: Sheet[] = [];
  let date1904 = false;
  await readWhole(archive, WORKBOOK, {
    open(tag, attributes) {
      if (tag === 'workbookPr') date1904 = ['1', 'true', 'on'].includes(attribute(attributes, 'date1904') ?? '');
      if (tag === 'sheet')
        sheets.push({
          name: (attribute(attributes, 'name') ?? '').slice(0, 100),
          relation: attribute(attributes, 'id') ?? '',
          visible: !attribute(attributes, 'state')?.toLowerCase().includes('hidden'),
        });
    },
  });
  return { sheets, date1904 };
}

/** Members by relation id; a target is relative to `xl/`, or absolute. */
async function readTargets(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const member = 'xl/_rels/workbook.xml.rels';
  if (!archive.has(member)) return targets;
  await readWhole(archive, member, {
    open(tag, attributes) {
      if (tag !== 'Relationship' || !/\/worksheet$/.test(attribute(attributes, 'Type') ?? '')) return;
      const target = (attribute(attributes, 'Target') ?? '').toLowerCase().replace(/^\.\//, '');
      targets.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

/** Shared texts, without phonetic guides; each cut just above the cell limit so that the row can say that it was. */
async function readStrings(archive: Archive, limits: TableLimits): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let guide = 0;
  await readWhole(archive, 'xl/sharedstrings.xml', {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') guide += 1;
      else if (tag === 't') inText = guide === 0;
    },
    text(piece) {
      if (inText && text.length <= limits.maxCellLength) text += piece;
    },
    close(tag) {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') guide -= 1;
      else if (tag === 'si') strings.push(text.slice(0, limits.maxCellLength + 1));
    },
  });
  return strings;
}

/** Indexes of the cell styles whose numbers are days. */
async function readDateStyles(archive: Archive): Promise<Set<number>> {
  const custom = new Map<number, boolean>();
  const styles = new Set<number>();
  let inCellStyles = false;
  let index = 0;
  await readWhole(archive, 'xl/styles.xml', {
    open(tag, attributes) {
      if (tag === 'numFmt')
        custom.set(Number(attribute(attributes, 'numFmtId')), showsDay(attribute(attributes, 'formatCode') ?? ''));
      else if (tag === 'cellXfs') inCellStyles = true;
      else if (tag === 'xf' && inCellStyles) {
        const format = Number(attribute(attributes, 'numFmtId') ?? 0);
        if (custom.get(format) ?? DATE_FORMATS.has(format)) styles.add(index);
        index += 1;
      }
    },
    close(tag) {
      if (tag === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** Whether a number format has a day or a year in it, outside quoted text, colours and locales. */
function showsDay(format: string): boolean {
  return /[dye]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, '').replace(/[0#?]e[+-]/gi, ''));
}

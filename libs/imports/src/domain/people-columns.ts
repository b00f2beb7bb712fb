import { inLocale, type ErrorParams, type Locale, type LocalizedText } from '@jssu/kernel';
import { cleanCell, shownValue } from './cell-text.js';
import { COLUMN_TITLES, PEOPLE_COLUMNS, REQUIRED_COLUMNS, SYNONYMS, type PeopleColumn } from './people-column-names.js';
import { tableErrors } from './table-errors.js';

const KNOWN: ReadonlyMap<string, PeopleColumn> = new Map(
  PEOPLE_COLUMNS.flatMap((column) =>
    [column, ...Object.values(COLUMN_TITLES[column]), ...SYNONYMS[column]].map((name): [string, PeopleColumn] => [
      foldHeader(name),
      column,
    ]),
  ),
);

export interface RecognisedColumns {
  /** Zero-based place of each column that the file has. */
  readonly places: ReadonlyMap<PeopleColumn, number>;
  /** Headers as they stand in the file, cut to 60 characters, long numbers masked. */
  readonly headers: readonly string[];
  /** Headers that stand for nothing; their cells are not imported. */
  readonly unknown: readonly {
    readonly place: number;
    readonly header: string;
    readonly closest: PeopleColumn | null;
  }[];
}

/** Which header stands for which column, when the client says so: column → header as it stands in the file. */
export type ColumnMapping = Readonly<Partial<Record<PeopleColumn, string>>>;

/**
 * Recognises a header row in English, Urdu or Chinese, in any order, case and spacing. What the mapping names is taken
 * from there, the rest is recognised; a header that the mapping uses stands for nothing else.
 * @throws table errors `missing-columns` (with the closest headers in the file), `column-twice`, `mapping-unknown`
 */
export function recogniseColumns(
  headers: readonly string[],
  mapping: ColumnMapping = {},
  locale: Locale = 'en',
): RecognisedColumns {
  const clean = headers.map(cleanCell);
  const folded = clean.map(foldHeader);
  // A file without a header row has people's numbers in their place.
  const shown = clean.map((header) => shownValue(header));
  const places = new Map<PeopleColumn, number>();
  const used = new Set<number>();
  for (const column of PEOPLE_COLUMNS) {
    const wanted = mapping[column];
    if (wanted === undefined) continue;
    const exact = clean.indexOf(cleanCell(wanted));
    const place = exact >= 0 ? exact : folded.indexOf(foldHeader(wanted));
    if (place < 0 || folded[place] === '')
      throw tableErrors['mapping-unknown']({ header: shownValue(wanted), column: titleOf(column, locale) }, { column });
    if (used.has(place)) throw tableErrors['column-twice']({ first: shown[place], second: shown[place] });
    places.set(column, place);
    used.add(place);
  }
  const unknown: { place: number; header: string; closest: PeopleColumn | null }[] = [];
  for (const [place, header] of shown.entries()) {
    if (used.has(place) || folded[place] === '') continue;
    const column = columnOf(clean[place]);
    if (!column || mapping[column] !== undefined) {
      unknown.push({ place, header, closest: closestColumn(folded[place]) });
      continue;
    }
    const earlier = places.get(column);
    if (earlier !== undefined) throw tableErrors['column-twice']({ first: shown[earlier], second: header });
    places.set(column, place);
  }
  const missing = REQUIRED_COLUMNS.filter((column) => !places.has(column));
  if (missing.length > 0) throw missingColumns(missing, unknown, locale);
  return { places, headers: shown, unknown };
}

/** The place of each column as far as it can be told: for one who is to say the rest. Of two headers the first counts. */
export function guessColumns(
  headers: readonly string[],
  mapping: ColumnMapping = {},
): ReadonlyMap<PeopleColumn, number> {
  const clean = headers.map(cleanCell);
  const named = new Map(
    Object.entries(mapping).map(([column, header]) => [column as PeopleColumn, clean.indexOf(cleanCell(header))]),
  );
  const found = new Map([...named].filter(([, place]) => place >= 0));
  const used = new Set(found.values());
  for (const [place, header] of clean.entries()) {
    const column = used.has(place) ? undefined : columnOf(header);
    if (column && !named.has(column) && !found.has(column)) found.set(column, place);
  }
  return found;
}

export function titleOf(column: PeopleColumn, locale: Locale): string {
  return inLocale(COLUMN_TITLES[column], locale);
}

interface MissingColumns {
  readonly missing: readonly PeopleColumn[];
  /** The header in the file that comes closest, where one is near. */
  readonly closest: readonly { readonly column: PeopleColumn; readonly header: string }[];
}

function missingColumns(
  missing: readonly PeopleColumn[],
  unknown: RecognisedColumns['unknown'],
  locale: Locale,
): ReturnType<(typeof tableErrors)['missing-columns']> {
  const closest = missing.flatMap((column) => {
    const near = unknown.find((candidate) => candidate.closest === column);
    return near ? [{ column, header: near.header }] : [];
  });
  return tableErrors['missing-columns'](missingParams({ missing, closest }, locale), { missing, closest });
}

function missingParams({ missing, closest }: MissingColumns, locale: Locale): ErrorParams {
  const pairs = closest.map(({ column, header }) => `“${header}” → ${titleOf(column, locale)}`).join(', ');
  const question: LocalizedText = {
    en: ` Did you mean: ${pairs}?`,
    ur: ` کیا آپ کی مراد یہ تھی: ${pairs}؟`,
    zh: `您是否指：${pairs}？`,
  };
  return {
    missing: missing
      .map((column) => titleOf(column, locale))
      .join(locale === 'zh' ? '、' : locale === 'ur' ? '، ' : ', '),
    hint: pairs ? inLocale(question, locale) : '',
  };
}

/** The parameters of a refusal for another reader: some have titles of columns in them. */
export function localisedParams(
  params: ErrorParams,
  extra: Readonly<Record<string, unknown>>,
  locale: Locale,
): ErrorParams {
  if ('missing' in extra) return missingParams(extra as unknown as MissingColumns, locale);
  return 'column' in extra ? { ...params, column: titleOf(extra['column'] as PeopleColumn, locale) } : params;
}

/** The column of a header; of one in several languages (“Rank / عہدہ / 职级”) when its parts agree. */
function columnOf(header: string): PeopleColumn | undefined {
  const whole = KNOWN.get(foldHeader(header));
  if (whole) return whole;
  const parts = header
    .split(/[/|\n\\、]| - /)
    .map(foldHeader)
    .filter((part) => part !== '');
  const found = new Set(parts.map((part) => KNOWN.get(part)));
  const [column] = found;
  return parts.length > 1 && found.size === 1 ? column : undefined;
}

/** Letters and digits alone, in one case and width; Arabic letters in their Urdu form. */
function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function closestColumn(folded: string): PeopleColumn | null {
  let best: PeopleColumn | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  const text = folded.slice(0, 40);
  for (const [name, column] of KNOWN) {
    const distance = editDistance(text, name);
    // Two letters in five may differ; a header of two letters must be exact.
    if (distance < bestDistance && distance <= Math.floor(Math.max(text.length, name.length) * 0.4)) {
      best = column;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++)
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    previous = current;
  }
  return previous[b.length];
}

import type { FastifyRequest } from 'fastify';
import { platformErrors } from '@jssu/platform';
import { recordErrors } from '../application/record-errors.js';
import {
  cleanCell,
  DEFAULT_TABLE_LIMITS,
  PEOPLE_COLUMNS,
  tableErrors,
  type ColumnMapping,
  type PeopleColumn,
} from '../domain/index.js';
import type { PeopleImportRequest } from '../application/start-people-import.js';

const { maxBytes } = DEFAULT_TABLE_LIMITS;
/** What fields and boundaries may add to the file. */
const AROUND_FILE = 64 * 1024;
const MAX_PREVIEWED = 200;

const tooLarge = () => tableErrors['file-too-large']({ limitMb: maxBytes / 1024 / 1024 });

interface Parts {
  readonly fields: ReadonlyMap<string, string>;
  readonly upload: Pick<PeopleImportRequest, 'fileName' | 'file'>;
  readonly mapping: ColumnMapping;
  /** @throws `platform.invalid-input` when something was refused */
  readonly settle: () => void;
  readonly refuse: (field: string, problem: string) => void;
}

/** The file that is to be imported, and how. */
export async function readUpload(request: FastifyRequest): Promise<PeopleImportRequest> {
  const { fields, upload, mapping, refuse, settle } = await readParts(request, ['dryRun', 'atomic', 'mapping']);
  const choice = (name: string, otherwise: boolean): boolean => {
    const value = fields.get(name) || String(otherwise);
    if (!['true', 'false'].includes(value)) refuse(name, `${name} must be true or false`);
    return value === 'true';
  };
  const result = { ...upload, dryRun: choice('dryRun', true), atomic: choice('atomic', false), mapping };
  settle();
  return result;
}

/** The file that is to be looked at, and the numbers of the rows. */
export async function readPreview(
  request: FastifyRequest,
): Promise<{ file: Buffer; mapping: ColumnMapping; rows: ReadonlySet<number> }> {
  const { fields, upload, mapping, refuse, settle } = await readParts(request, ['rows', 'mapping']);
  const rows = rowsOf(fields.get('rows'));
  if (!rows) refuse('rows', `rows must be a JSON array of at most ${MAX_PREVIEWED} row numbers`);
  settle();
  return { file: upload.file, mapping, rows: new Set(rows) };
}

/**
 * The file and its fields, in any order. A request that says that it is too large is refused before its body is read,
 * one that does not say so as soon as it is.
 */
async function readParts(request: FastifyRequest, allowed: readonly string[]): Promise<Parts> {
  if (!request.isMultipart()) throw recordErrors['no-file']();
  if (Number(request.headers['content-length']) > maxBytes + AROUND_FILE) throw tooLarge();
  const fields = new Map<string, string>();
  let upload: Parts['upload'] | undefined;
  try {
    for await (const part of request.parts({ limits: { fileSize: maxBytes, fieldSize: AROUND_FILE } })) {
      if (part.type === 'field') fields.set(part.fieldname, String(part.value));
      else upload = { fileName: cleanCell(part.filename ?? '').slice(0, 255), file: await part.toBuffer() };
    }
  } catch (error) {
    throw (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge() : error;
  }
  if (!upload) throw recordErrors['no-file']();
  const problems: { field: string; problems: string[] }[] = [];
  const refuse = (field: string, problem: string) => void problems.push({ field, problems: [problem] });
  for (const name of fields.keys()) if (!allowed.includes(name)) refuse(name, `property ${name} should not exist`);
  const mapping = mappingOf(fields.get('mapping'));
  if (!mapping)
    refuse('mapping', `mapping must be a JSON object from columns (${PEOPLE_COLUMNS.join(', ')}) to headers`);
  const settle = () => {
    if (problems.length > 0) throw platformErrors['invalid-input']({}, { fields: problems });
  };
  return { fields, upload, mapping: mapping ?? {}, refuse, settle };
}

function rowsOf(text: string | undefined): number[] | undefined {
  if (!text) return [];
  try {
    const rows: unknown = JSON.parse(text);
    const sound = Array.isArray(rows) && rows.length <= MAX_PREVIEWED && rows.every((row) => Number.isInteger(row));
    return sound ? (rows as number[]) : undefined;
  } catch {
    return undefined;
  }
}

function mappingOf(text: string | undefined): ColumnMapping | undefined {
  if (!text) return {};
  try {
    const mapping: unknown = JSON.parse(text);
    const sound =
      typeof mapping === 'object' &&
      mapping !== null &&
      Object.entries(mapping).every(
        ([column, header]) => PEOPLE_COLUMNS.includes(column as PeopleColumn) && typeof header === 'string',
      );
    return sound ? (mapping as ColumnMapping) : undefined;
  } catch {
    return undefined;
  }
}

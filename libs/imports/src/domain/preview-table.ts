import { readDate } from './cell-date.js';
import { cleanCell } from './cell-text.js';
import { PEOPLE_COLUMNS, REQUIRED_COLUMNS, type PeopleColumn } from './people-column-names.js';
import { guessColumns, type ColumnMapping } from './people-columns.js';
import { readTable } from './read-table.js';
import type { TableRow } from './table.js';

export interface PreviewColumn {
  readonly column: PeopleColumn;
  readonly required: boolean;
  /** As it stands in the file; null where no header stands for the column. */
  readonly header: string | null;
}

export interface PreviewRow {
  readonly row: number;
  /** What stands in the cells of the columns that were recognised. */
  readonly values: Readonly<Partial<Record<PeopleColumn, string>>>;
}

export interface TablePreview {
  readonly headers: readonly string[];
  readonly columns: readonly PreviewColumn[];
  readonly rows: readonly PreviewRow[];
}

const DATES: ReadonlySet<PeopleColumn> = new Set(['dateOfBirth', 'joinedOn']);

/** Reads the header row and the rows with the numbers, and no further than the last of them. @throws table errors */
export async function previewTable(
  file: Uint8Array,
  mapping: ColumnMapping,
  wanted: ReadonlySet<number>,
): Promise<TablePreview> {
  const table = await readTable(file);
  const last = Math.max(0, ...wanted);
  let headers: readonly string[] = [];
  let places: ReadonlyMap<PeopleColumn, number> | undefined;
  const rows: PreviewRow[] = [];
  for await (const row of table.rows) {
    if (!places) {
      headers = row.cells.map(cleanCell);
      places = guessColumns(row.cells, mapping);
    } else if (wanted.has(row.row)) {
      rows.push({ row: row.row, values: valuesOf(row, places, table.date1904) });
    }
    if (row.row >= last) break;
  }
  const columns = PEOPLE_COLUMNS.map((column) => ({
    column,
    required: REQUIRED_COLUMNS.includes(column),
    header: headers[places?.get(column) ?? -1] ?? null,
  }));
  return { headers: headers.filter((header) => header !== ''), columns, rows };
}

function valuesOf({ cells }: TableRow, places: ReadonlyMap<PeopleColumn, number>, date1904: boolean) {
  return Object.fromEntries(
    [...places].map(([column, place]) => {
      const cell = (cells[place] ?? '').trim();
      return [column, DATES.has(column) ? plainDate(cell, date1904) : cell];
    }),
  );
}

/** A day number means another day in a file that does not say how its workbook counts: it becomes the date itself. */
function plainDate(cell: string, date1904: boolean): string {
  const read = /^\d+(\.\d+)?$/.test(cell) ? readDate(cell, date1904) : undefined;
  return read && 'date' in read ? read.date : cell;
}

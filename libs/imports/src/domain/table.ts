/** What a spreadsheet may be. Everything above is refused, as early as it is noticed. */
export interface TableLimits {
  /** Of the file as it was sent. */
  readonly maxBytes: number;
  /** Filled rows, the header not counted. */
  readonly maxRows: number;
  readonly maxColumns: number;
  /** In UTF-16 units; a longer cell is cut there and its column listed in `overlong`. */
  readonly maxCellLength: number;
  /** Of all members of a workbook together, unpacked. */
  readonly maxInflatedBytes: number;
  /** Unpacked to packed. Workbooks in use stay below 60; DEFLATE can reach 1032. */
  readonly maxRatio: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_TABLE_LIMITS: TableLimits = {
  maxBytes: 20 * MIB,
  maxRows: 50_000,
  maxColumns: 60,
  maxCellLength: 1_000,
  maxInflatedBytes: 200 * MIB,
  maxRatio: 250,
};

/** A filled row. Empty rows are left out, but counted: `row` is the number that Excel shows beside it, from 1. */
export interface TableRow {
  readonly row: number;
  /** Without trailing empty cells. */
  readonly cells: readonly string[];
  /** Indexes of cells that were longer than allowed and are cut. */
  readonly overlong: readonly number[];
}

export interface Table {
  readonly format: 'csv' | 'xlsx';
  /** Of a CSV file. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** The sheet that is read; the others are named so that nobody wonders where their rows went. */
  readonly sheet?: string;
  readonly otherSheets: readonly string[];
  /** Whether day numbers count from 1904 (workbooks that came from an old Macintosh). */
  readonly date1904: boolean;
  /** The first filled row is the header. To be read once; throws table errors. */
  readonly rows: AsyncIterable<TableRow>;
}

export * from './import-report.js';
export {
  COLUMN_TITLES,
  PEOPLE_COLUMNS,
  recogniseColumns,
  REQUIRED_COLUMNS,
  titleOf,
  type ColumnMapping,
  type PeopleColumn,
  type RecognisedColumns,
} from './people-columns.js';
export { parsePeopleRow, type ParsedRow, type PersonDraft, type RowContext } from './people-row.js';
export { templateCsv, templateWorkbook } from './people-template.js';
export { readTable, type FileBytes } from './read-table.js';
export { describeRowError, rowErrors, type DescribedRowError, type RowError } from './row-errors.js';
export { SeenRows } from './seen-rows.js';
export { DEFAULT_TABLE_LIMITS, type Table, type TableLimits, type TableRow } from './table.js';
export { isTableError, tableErrors } from './table-errors.js';
export { writeWorkbook, type WorkbookColumn } from './write-workbook.js';

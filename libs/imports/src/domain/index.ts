export { cleanCell } from './cell-text.js';
export * from './import-report.js';
export { COLUMN_TITLES, PEOPLE_COLUMNS, REQUIRED_COLUMNS, type PeopleColumn } from './people-column-names.js';
export {
  localisedParams,
  recogniseColumns,
  titleOf,
  type ColumnMapping,
  type RecognisedColumns,
} from './people-columns.js';
export { parsePeopleRow, type ParsedRow, type PersonDraft, type RowContext } from './people-row.js';
export { templateCsv, templateWorkbook } from './people-template.js';
export { previewTable, type PreviewColumn, type PreviewRow, type TablePreview } from './preview-table.js';
export { checkFile, readTable, type FileBytes } from './read-table.js';
export { describeRowError, rowErrors, type DescribedRowError, type RowError } from './row-errors.js';
export { SeenRows } from './seen-rows.js';
export { DEFAULT_TABLE_LIMITS, type Table, type TableLimits, type TableRow } from './table.js';
export { isTableError, tableErrors } from './table-errors.js';
export { writeWorkbook, type WorkbookColumn } from './write-workbook.js';

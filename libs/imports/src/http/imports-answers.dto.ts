import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { ErrorParams } from '@jssu/kernel';
import type { DescribedRowError, PeopleColumn, PreviewRow, RowError, RowOutcomeKind } from '../domain/index.js';
import type { FaultCount, ImportSummary, ImportView } from '../persistence/import.view.js';

export class ImportCountsDto {
  /** @example 570 */
  created: number;

  /** @example 12 */
  changed: number;

  /** @example 9 */
  unchanged: number;

  /** @example 9 */
  refused: number;

  /**
   * Of all, those that have warnings.
   * @example 31
   */
  withWarnings: number;
}

/** Why nothing of the file, or no more of it, was imported; in the reader’s language. */
export class ImportFailureDto {
  /** @example "imports.missing-columns" */
  code: string;

  /** @example "Columns are missing" */
  title: string;

  /** @example "Not found in the header row: Service number." */
  detail: string;

  /** @example "Name the columns as the template does, or say which header stands for which column." */
  remedy: string;
}

export class ImportDto implements ImportSummary {
  @IsUUID()
  id: string;

  /**
   * `interrupted` goes on when its job is run again; `refused`: all or nothing, and something was wrong; `failed`: no table.
   * @example "done"
   */
  state: ImportSummary['state'];

  /** @example false */
  dryRun: boolean;

  /**
   * All rows or none.
   * @example false
   */
  atomic: boolean;

  /** @example "intake-2026-03.xlsx" */
  fileName: string;

  createdAt: Date;

  finishedAt: Date | null;

  /** @example 600 */
  rowsDone: number;

  /**
   * Filled rows of the file; null until it has been read to its end.
   * @example 600
   */
  rowsTotal: number | null;

  /**
   * 0 to 100, rounded down; null while the number of rows is not known.
   * @example 100
   */
  percent: number | null;

  /**
   * Headers that stand for no column; their cells were not read.
   * @example ["Remarks"]
   */
  unknownHeaders: string[];

  /** Rows by what became of them, or in a dry run would become of them. */
  counts: ImportCountsDto;

  failure: ImportFailureDto | null;
}

/** A fault of a row, for which it is refused, or a warning, for which it is not; in the reader’s language. */
export class RowNoteDto implements Omit<RowError, 'column'>, DescribedRowError {
  /**
   * As Excel numbers it.
   * @example 17
   */
  row: number;

  /**
   * Its title; empty where no one column is meant.
   * @example "Date of birth"
   */
  column: string;

  /** @example "imports.date-impossible" */
  code: string;

  /** What fills the texts. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: {} })
  params: ErrorParams;

  /**
   * What stands in the cell, cut to 60 characters; identity numbers are masked.
   * @example "31.02.1994"
   */
  value?: string;

  /** @example "The calendar has no such day" */
  title: string;

  /** @example "The calendar has no such day" */
  detail: string;

  /** @example "Check day, month and year." */
  remedy: string;
}

type Row = Awaited<ReturnType<ImportView['rows']>>['items'][number];

export class ImportRowDto implements Row {
  /**
   * As Excel numbers it.
   * @example 17
   */
  row: number;

  /** @example "refused" */
  outcome: RowOutcomeKind;

  /** @example "BLC-2021-00417" */
  serviceNumber: string | null;

  /** Null for a row that was refused, and in a dry run for a person who is not on record yet. */
  @IsUUID()
  personId: string | null;

  errors: RowNoteDto[];

  warnings: RowNoteDto[];
}

export class FaultCountDto implements FaultCount {
  /** @example "imports.date-impossible" */
  code: string;

  /** @example "The calendar has no such day" */
  title: string;

  /**
   * Whether rows are refused for it.
   * @example true
   */
  refuses: boolean;

  /**
   * Rows that have it.
   * @example 3
   */
  rows: number;
}

export class PreviewColumnDto {
  /** @example "serviceNumber" */
  column: PeopleColumn;

  /**
   * In the reader’s language, as the template has it.
   * @example "Service number"
   */
  title: string;

  /** @example true */
  required: boolean;

  /**
   * The header that stands for the column; null where none does.
   * @example "Belt No"
   */
  header: string | null;
}

export class PreviewRowDto implements PreviewRow {
  /**
   * As Excel numbers it.
   * @example 17
   */
  row: number;

  /** What stands in the cells, by column. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { serviceNumber: 'BLC-2021-00417', dateOfBirth: '31.02.1994' },
  })
  values: Record<string, string>;
}

export class TablePreviewDto {
  /**
   * The header row as it stands in the file.
   * @example ["Belt No","Name"]
   */
  headers: string[];

  columns: PreviewColumnDto[];

  rows: PreviewRowDto[];
}

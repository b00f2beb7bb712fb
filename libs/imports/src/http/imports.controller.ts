import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  Answers,
  AnswersFile,
  AnswersList,
  AnswersPage,
  CreatedDto,
  CurrentActor,
  definePermissions,
  InScope,
  ListQuery,
  Refuses,
  RequestContext,
  Requires,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { recordErrors } from '../application/record-errors.js';
import { StartPeopleImport } from '../application/start-people-import.js';
import {
  previewTable,
  printReport,
  reportLines,
  tableErrors,
  templateCsv,
  templateWorkbook,
  titleOf,
} from '../domain/index.js';
import { ImportView } from '../persistence/import.view.js';
import { FaultCountDto, ImportDto, ImportRowDto, TablePreviewDto } from './imports-answers.dto.js';
import { readPreview, readUpload } from './read-upload.js';

const permissions = definePermissions('imports', {
  'import-people': { roles: { administrator: 'scope' } },
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class ImportRowsQuery extends ListQuery {
  @IsOptional()
  @IsIn(['created', 'changed', 'unchanged', 'refused'])
  outcome?: string;

  /** Rows that have this fault or warning alone, by its code. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  fault?: string;
}

/** What may be wrong with a file before its first row is looked at. */
const UNREADABLE = [
  recordErrors['no-file'],
  tableErrors['file-too-large'],
  tableErrors['file-empty'],
  tableErrors['not-a-table'],
  tableErrors['old-excel'],
  tableErrors['file-encrypted'],
  tableErrors['archive-broken'],
  tableErrors['archive-bomb'],
];

@ApiTags('imports')
@ApiBearerAuth()
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly start: StartPeopleImport,
    private readonly view: ImportView,
    private readonly context: RequestContext,
  ) {}

  /**
   * Imports people from CSV or XLSX (at most 20 MB and 50,000 rows) as a job. `dryRun` reports what would happen and
   * writes nothing, unless it is “false”; `atomic` imports all rows or none; `mapping` says which header of the file
   * stands for which column, where it is not recognised.
   */
  @Post('people')
  @HttpCode(202)
  @Requires(permissions['import-people'])
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        dryRun: { type: 'string', enum: ['true', 'false'], default: 'true' },
        atomic: { type: 'string', enum: ['true', 'false'], default: 'false' },
        mapping: { type: 'string', example: '{"serviceNumber":"Belt No"}' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @Answers(CreatedDto)
  @Refuses(...UNREADABLE)
  async importPeople(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Req() request: FastifyRequest,
  ): Promise<CreatedDto> {
    const id = await this.start.execute(actor, scope, await readUpload(request));
    return { id };
  }

  /**
   * Looks into a file without importing it: which of its headers stands for which column, and what stands in the rows
   * with the given numbers, to be corrected by hand. Nothing is kept.
   */
  @Post('people/preview')
  @HttpCode(200)
  @Requires(permissions['import-people'])
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        rows: { type: 'string', example: '[3,17]' },
        mapping: { type: 'string', example: '{"serviceNumber":"Belt No"}' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @Answers(TablePreviewDto)
  @Refuses(...UNREADABLE)
  async preview(@Req() request: FastifyRequest): Promise<TablePreviewDto> {
    const { locale } = this.context.current();
    const { file, mapping, rows } = await readPreview(request);
    const found = await previewTable(file, mapping, rows);
    const columns = found.columns.map((column) => ({ ...column, title: titleOf(column.column, locale) }));
    return { headers: [...found.headers], columns, rows: [...found.rows] };
  }

  /** The imports that one has started oneself, the newest first. */
  @Get()
  @Requires(permissions['import-people'])
  @AnswersPage(ImportDto)
  list(@CurrentActor() actor: Actor, @Query() query: ListQuery): Promise<Page<ImportDto>> {
    return this.view.list(actor, this.context.current().locale, query.limit, query.cursor);
  }

  /** The file to begin with, headers in the reader's language. */
  @Get('people/template.csv')
  @Requires(permissions['import-people'])
  @AnswersFile('text/csv', 'The file, its header row in the language of `Accept-Language`')
  templateCsv(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="people-template.csv"');
    return templateCsv(this.context.current().locale);
  }

  /** The same as an Excel workbook, whose cells are text: Excel then leaves identity numbers and dates alone. */
  @Get('people/template.xlsx')
  @Requires(permissions['import-people'])
  @AnswersFile(XLSX, 'The workbook')
  templateXlsx(): StreamableFile {
    const workbook = templateWorkbook(this.context.current().locale);
    return new StreamableFile(workbook, { type: XLSX, disposition: 'attachment; filename="people-template.xlsx"' });
  }

  /** State, progress (`rowsDone` of `rowsTotal`, `percent`) and counts; the failure in the reader’s language. */
  @Get(':id')
  @Requires(permissions['import-people'])
  @Answers(ImportDto)
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImportDto> {
    return this.view.one(actor, id, this.context.current().locale);
  }

  /** What became of each row, with every fault and warning; by row number. */
  @Get(':id/rows')
  @Requires(permissions['import-people'])
  @AnswersPage(ImportRowDto)
  rows(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ImportRowsQuery,
  ): Promise<Page<ImportRowDto>> {
    return this.view.rows(actor, id, query, this.context.current().locale, query.limit, query.cursor);
  }

  /** Which faults and warnings the rows have, the most frequent first. */
  @Get(':id/faults')
  @Requires(permissions['import-people'])
  @AnswersList(FaultCountDto)
  async faults(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: FaultCountDto[] }> {
    return { items: await this.view.faults(actor, id, this.context.current().locale) };
  }

  /** The row report as CSV in the reader's language. */
  @Get(':id/report.csv')
  @Requires(permissions['import-people'])
  @AnswersFile('text/csv', 'One line for every fault and warning, one for a row without any')
  async report(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { locale } = this.context.current();
    await this.view.one(actor, id, locale);
    const outcomes = this.view.outcomes(actor, id);
    async function* lines() {
      yield* printReport([], locale);
      for await (const outcome of outcomes) yield reportLines(outcome, locale);
    }
    return new StreamableFile(Readable.from(lines()), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="import-report.csv"',
    });
  }
}

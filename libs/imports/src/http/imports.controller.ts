import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsIn, IsOptional } from 'class-validator';
import {
  CurrentActor,
  definePermissions,
  InScope,
  ListQuery,
  RequestContext,
  Requires,
  type Actor,
  type Scope,
} from '@jssu/platform';
import { recordErrors } from '../application/record-errors.js';
import { StartPeopleImport } from '../application/start-people-import.js';
import { printReport, reportLines, templateCsv, templateWorkbook, type ColumnMapping } from '../domain/index.js';
import { ImportView } from '../persistence/import.view.js';

const permissions = definePermissions('imports', {
  'import-people': { roles: { administrator: 'scope' } },
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class ImportRowsQuery extends ListQuery {
  @IsOptional()
  @IsIn(['created', 'changed', 'unchanged', 'refused'])
  outcome?: string;
}

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
   * Imports people from CSV or XLSX as a job. Fields before `file`: `dryRun` (true unless “false”), `atomic` (all rows or
   * none), `mapping` (JSON: column → header in the file).
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
  async importPeople(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Req() request: FastifyRequest) {
    const part: MultipartFile | undefined = request.isMultipart() ? await request.file() : undefined;
    if (!part) throw recordErrors['no-file']();
    const file = await part.toBuffer();
    const field = (name: string): string => {
      const value = part.fields[name];
      return value && 'value' in value ? String(value.value) : '';
    };
    const id = await this.start.execute(actor, scope, {
      fileName: part.filename ?? '',
      file,
      dryRun: field('dryRun') !== 'false',
      atomic: field('atomic') === 'true',
      mapping: mappingOf(field('mapping')),
    });
    return { id };
  }

  @Get()
  @Requires(permissions['import-people'])
  list(@CurrentActor() actor: Actor, @Query() query: ListQuery) {
    return this.view.list(actor, this.context.current().locale, query.limit, query.cursor);
  }

  /** The file to begin with, headers in the reader's language. */
  @Get('people/template.csv')
  @Requires(permissions['import-people'])
  templateCsv(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="people-template.csv"');
    return templateCsv(this.context.current().locale);
  }

  @Get('people/template.xlsx')
  @Requires(permissions['import-people'])
  templateXlsx(): StreamableFile {
    const workbook = templateWorkbook(this.context.current().locale);
    return new StreamableFile(workbook, { type: XLSX, disposition: 'attachment; filename="people-template.xlsx"' });
  }

  /** State, progress and counts. */
  @Get(':id')
  @Requires(permissions['import-people'])
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.view.one(actor, id, this.context.current().locale);
  }

  @Get(':id/rows')
  @Requires(permissions['import-people'])
  rows(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: ImportRowsQuery) {
    return this.view.rows(actor, id, query.outcome, this.context.current().locale, query.limit, query.cursor);
  }

  /** The row report as CSV in the reader's language. */
  @Get(':id/report.csv')
  @Requires(permissions['import-people'])
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

function mappingOf(text: string): ColumnMapping {
  if (!text) return {};
  try {
    const mapping: unknown = JSON.parse(text);
    if (mapping && typeof mapping === 'object' && Object.values(mapping).every((header) => typeof header === 'string'))
      return mapping as ColumnMapping;
  } catch {
    // told below
  }
  throw recordErrors['no-file']();
}

import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, InScope, Requires, type Page, type Scope } from '@jssu/platform';
import { VerifyChain } from '../application/verify-chain.js';
import { AuditView } from '../persistence/audit.view.js';
import { AuditEntryDto, ChainVerdictDto } from './audit-answers.dto.js';
import { AuditQuery } from './audit-query.dto.js';
import { auditPermissions } from './permissions.js';

@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(
    private readonly view: AuditView,
    private readonly verify: VerifyChain,
  ) {}

  /** The audit trail, newest first. An entry whose `chainState` is `pending` waits for the sequencer. */
  @Get()
  @Requires(auditPermissions.read)
  @AnswersPage(AuditEntryDto)
  list(@InScope() scope: Scope, @Query() query: AuditQuery): Promise<Page<AuditEntryDto>> {
    return this.view.list(scope, query, query.limit, query.cursor);
  }

  /** Recomputes the chain and names the first entry that does not hold. */
  @Get('chain')
  @Requires(auditPermissions.verify)
  @Answers(ChainVerdictDto)
  chain(): Promise<ChainVerdictDto> {
    return this.verify.execute();
  }

  /** One entry of the trail. */
  @Get(':id')
  @Requires(auditPermissions.read)
  @Answers(AuditEntryDto)
  one(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<AuditEntryDto> {
    return this.view.one(scope, id);
  }
}

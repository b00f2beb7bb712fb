import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Answers,
  AnswersList,
  CurrentActor,
  Idempotent,
  IfMatch,
  InScope,
  Refuses,
  Requires,
  scopeFor,
  type Actor,
  type Scope,
} from '@jssu/platform';
import { CorrectRegister } from '../application/correct-register.js';
import { CountersignRegister } from '../application/countersign-register.js';
import { MarkRegister } from '../application/mark-register.js';
import { ReopenRegister } from '../application/reopen-register.js';
import { SubmitRegister } from '../application/submit-register.js';
import { registerErrors } from '../domain/register-errors.js';
import { RegisterView } from '../persistence/register.view.js';
import { CorrectMarksDto, MarksDto, MarksQuery, ReasonDto, toMarks } from './delivery.dto.js';
import { deliveryPermissions } from './permissions.js';
import {
  MarksCorrectedDto,
  MarksWrittenDto,
  PastMarkDto,
  RegisterDto,
  RegisterMovedDto,
} from './register-answers.dto.js';

@ApiTags('registers')
@ApiBearerAuth()
@Controller('api/v1/sessions/:id/register')
export class RegistersController {
  constructor(
    private readonly view: RegisterView,
    private readonly markRegister: MarkRegister,
    private readonly submitRegister: SubmitRegister,
    private readonly reopenRegister: ReopenRegister,
    private readonly countersignRegister: CountersignRegister,
    private readonly correctRegister: CorrectRegister,
  ) {}

  /** The register of a session: everyone with a confirmed seat, with the mark that stands. */
  @Get()
  @Requires(deliveryPermissions['read-offerings'])
  @Answers(RegisterDto, { etag: true })
  async one(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisterDto> {
    const register = await this.view.one(scope, id);
    void reply.header('etag', `"${register.version}"`);
    return register;
  }

  /** Every mark of one trainee in this session, the newest first: the first stands, the others were superseded by the one above. */
  @Get('marks')
  @Requires(deliveryPermissions['read-offerings'])
  @AnswersList(PastMarkDto)
  async marks(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { enrolmentId }: MarksQuery,
  ): Promise<{ items: PastMarkDto[] }> {
    return { items: await this.view.marksOf(scope, id, enrolmentId) };
  }

  /**
   * Marks many trainees at once, while the register is open. A mark supersedes the former; what stands already writes
   * nothing, so that the request may be repeated. Who is marked present or late for the first time attends from then on.
   */
  @Put('marks')
  @Requires(deliveryPermissions.mark)
  @Answers(MarksWrittenDto)
  @Refuses(
    registerErrors['actor-is-trainee'],
    registerErrors['not-in-delivery'],
    registerErrors['session-cancelled'],
    registerErrors['session-not-begun'],
    registerErrors['register-locked'],
    registerErrors['bad-marks'],
    registerErrors['marks-conflict'],
  )
  mark(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MarksDto,
  ): Promise<MarksWrittenDto> {
    return this.markRegister.execute(actor, scope, id, toMarks(body.marks));
  }

  /** Says that everybody is marked. Needs `If-Match` with the version that was read. */
  @Post('submit')
  @HttpCode(200)
  @Requires(deliveryPermissions.mark)
  @Answers(RegisterMovedDto)
  @Refuses(
    registerErrors['actor-without-person'],
    registerErrors['actor-is-trainee'],
    registerErrors['not-in-delivery'],
    registerErrors['wrong-register-state'],
    registerErrors['session-cancelled'],
    registerErrors['session-not-begun'],
    registerErrors['nobody-on-register'],
    registerErrors.unmarked,
  )
  async submit(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RegisterMovedDto> {
    return { state: 'submitted', version: await this.submitRegister.execute(actor, scope, id, version) };
  }

  /** Opens a submitted register again. */
  @Post('reopen')
  @HttpCode(200)
  @Requires(deliveryPermissions.mark)
  @Answers(RegisterMovedDto)
  @Refuses(
    registerErrors['actor-is-trainee'],
    registerErrors['not-in-delivery'],
    registerErrors['wrong-register-state'],
  )
  async reopen(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
  ): Promise<RegisterMovedDto> {
    return { state: 'open', version: await this.reopenRegister.execute(actor, scope, id, body.reason) };
  }

  /** Locks a submitted register, by another person than the one who submitted it. Needs `If-Match` with the version that was read. */
  @Post('countersign')
  @HttpCode(200)
  @Requires(deliveryPermissions.countersign)
  @Answers(RegisterMovedDto)
  @Refuses(
    registerErrors['actor-without-person'],
    registerErrors['actor-is-trainee'],
    registerErrors['not-in-delivery'],
    registerErrors['wrong-register-state'],
    registerErrors['session-cancelled'],
    registerErrors['submitted-by-you'],
  )
  async countersign(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RegisterMovedDto> {
    return { state: 'countersigned', version: await this.countersignRegister.execute(actor, scope, id, version) };
  }

  /**
   * Corrects marks of a countersigned register with a reason; the former ones stay on record. After ratification by an
   * administrator alone, and the course results of these people are worked out again.
   */
  @Post('corrections')
  @HttpCode(200)
  @Requires(deliveryPermissions.mark)
  @Idempotent()
  @Answers(MarksCorrectedDto)
  @Refuses(
    registerErrors['actor-is-trainee'],
    registerErrors['ratified-needs-administrator'],
    registerErrors['not-in-delivery'],
    registerErrors['register-not-locked'],
    registerErrors['bad-marks'],
    registerErrors['marks-conflict'],
    registerErrors['nothing-changes'],
  )
  correct(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CorrectMarksDto,
  ): Promise<MarksCorrectedDto> {
    const rights = { scope, ratified: scopeFor(actor, deliveryPermissions.correct) };
    return this.correctRegister.execute(actor, rights, id, { reason: body.reason, marks: toMarks(body.marks) });
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  CurrentActor,
  Idempotent,
  InScope,
  Refuses,
  Requires,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { together } from '@jssu/kernel';
import { CancelEnrolment } from '../application/cancel-enrolment.js';
import { EndIncomplete } from '../application/end-incomplete.js';
import { EndorseNominations } from '../application/endorse-nominations.js';
import { RejectNomination } from '../application/reject-nomination.js';
import { SubstitutePerson } from '../application/substitute-person.js';
import { enrolmentErrors } from '../domain/errors.js';
import { EnrolmentView } from '../persistence/enrolment.view.js';
import { NOBODY } from '../persistence/reach.js';
import { EnrolmentDto, SubstitutedDto } from './enrolment-answers.dto.js';
import { EnrolmentQuery, EnrolmentReasonDto, IncompleteDto, SubstituteDto } from './enrolment.dto.js';
import { EndorsedDto } from './nomination-answers.dto.js';
import { changeReach, enrolmentPermissions, readReach } from './permissions.js';

@ApiTags('enrolments')
@ApiBearerAuth()
@Controller('api/v1/enrolments')
export class EnrolmentsController {
  constructor(
    private readonly view: EnrolmentView,
    private readonly endorseNominations: EndorseNominations,
    private readonly rejectNomination: RejectNomination,
    private readonly cancelEnrolment: CancelEnrolment,
    private readonly substitutePerson: SubstitutePerson,
    private readonly endIncomplete: EndIncomplete,
  ) {}

  /** Enrolments from nomination to their end, in the order of making. A trainee sees his own. */
  @Get()
  @Requires(enrolmentPermissions.read)
  @AnswersPage(EnrolmentDto)
  list(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Query() query: EnrolmentQuery,
  ): Promise<Page<EnrolmentDto>> {
    const { state, limit, cursor, ...filter } = query;
    return this.view.list(readReach(actor, scope), { ...filter, states: state && [state] }, limit, cursor);
  }

  /** One enrolment, from nomination to its end. */
  @Get(':id')
  @Requires(enrolmentPermissions.read)
  @Answers(EnrolmentDto, { etag: true })
  async one(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolmentDto> {
    const enrolment = await this.view.one(readReach(actor, scope), id);
    void reply.header('etag', `"${enrolment.version}"`);
    return enrolment;
  }

  /** Endorses a nomination, not of oneself. The person gets a seat at once, or waits by merit with the reason. */
  @Post(':id/endorse')
  @HttpCode(200)
  @Requires(enrolmentPermissions.endorse)
  @Idempotent()
  @Answers(EndorsedDto)
  @Refuses(
    enrolmentErrors['wrong-state'],
    enrolmentErrors.closed,
    enrolmentErrors['actor-without-person'],
    enrolmentErrors['self-endorsement'],
    enrolmentErrors['person-left'],
    enrolmentErrors['prerequisite-missing'],
  )
  async endorse(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<EndorsedDto> {
    const [answer] = await this.endorseNominations.execute(actor, scope, [id]);
    if ('refusals' in answer) throw together(answer.refusals);
    return answer;
  }

  /** Rejects a nomination, not of oneself. */
  @Post(':id/reject')
  @HttpCode(204)
  @Requires(enrolmentPermissions.endorse)
  @Idempotent()
  @AnswersNothing()
  @Refuses(
    enrolmentErrors['wrong-state'],
    enrolmentErrors['actor-without-person'],
    enrolmentErrors['self-endorsement'],
    enrolmentErrors['reason-required'],
  )
  reject(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: EnrolmentReasonDto,
  ): Promise<void> {
    return this.rejectNomination.execute(actor, scope, id, reason);
  }

  /** Ends an enrolment before attending. Its seat goes to the next on the waiting list. */
  @Post(':id/cancel')
  @HttpCode(204)
  @Requires(enrolmentPermissions.change)
  @Idempotent()
  @AnswersNothing()
  @Refuses(enrolmentErrors['wrong-state'], enrolmentErrors['reason-required'])
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: EnrolmentReasonDto,
  ): Promise<void> {
    return this.cancelEnrolment.execute(changeReach(actor), id, reason);
  }

  /** Another person of the same unit takes the seat; the waiting list keeps its turns. */
  @Post(':id/substitute')
  @HttpCode(200)
  @Requires(enrolmentPermissions.change)
  @Idempotent()
  @Answers(SubstitutedDto)
  @Refuses(
    enrolmentErrors['wrong-state'],
    enrolmentErrors.closed,
    enrolmentErrors['actor-without-person'],
    enrolmentErrors['self-endorsement'],
    enrolmentErrors['substitute-is-same-person'],
    enrolmentErrors['substitute-of-other-unit'],
    enrolmentErrors['person-left'],
    enrolmentErrors['unit-not-open'],
    enrolmentErrors['already-enrolled'],
    enrolmentErrors['prerequisite-missing'],
    enrolmentErrors['overlapping-session'],
  )
  substitute(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { personId, reason }: SubstituteDto,
  ): Promise<SubstitutedDto> {
    return this.substitutePerson.execute(actor, changeReach(actor), id, { personId, reason: reason ?? null });
  }

  /** From the first day on: the person does not finish. One who never appeared is a `no_show`. */
  @Post(':id/incomplete')
  @HttpCode(204)
  @Requires(enrolmentPermissions['manage-seats'])
  @Idempotent()
  @AnswersNothing()
  @Refuses(
    enrolmentErrors['wrong-state'],
    enrolmentErrors['not-begun'],
    enrolmentErrors.closed,
    enrolmentErrors['not-attending'],
    enrolmentErrors['no-show-has-attended'],
    enrolmentErrors['transfer-target'],
  )
  incomplete(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, note, transferredTo }: IncompleteDto,
  ): Promise<void> {
    return this.endIncomplete.execute({ people: NOBODY, offerings: scope }, id, {
      reason,
      note: note ?? null,
      transferredTo: transferredTo ?? null,
    });
  }
}

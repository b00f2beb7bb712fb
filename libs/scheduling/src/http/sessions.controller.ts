import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  CurrentActor,
  Idempotent,
  IfMatch,
  InScope,
  platformErrors,
  Refuses,
  Requires,
  SignedIn,
  VersionDto,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { AddSession } from '../application/add-session.js';
import { CancelSession } from '../application/cancel-session.js';
import { ChangeSession } from '../application/change-session.js';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import { BookingView } from '../persistence/booking.view.js';
import { SessionView } from '../persistence/session.view.js';
import { schedulingPermissions } from './permissions.js';
import { BookingDto, CourseSessionDto, OwnSessionDto, SessionAddedDto } from './session-answers.dto.js';
import {
  AddSessionDto,
  BookingQuery,
  changeOf,
  ChangeSessionDto,
  DaysQuery,
  planOf,
  rangeOf,
  SessionQuery,
  SessionReasonDto,
} from './sessions.dto.js';

/** What may stand in the way of giving a session a time and what it uses. */
const BOOKING_REFUSALS = [
  schedulingErrors.frozen,
  schedulingErrors['bad-session'],
  schedulingErrors.clash,
  schedulingErrors['equipment-short'],
  schedulingErrors['not-feasible'],
  platformErrors['in-use'],
];

@ApiTags('sessions')
@ApiBearerAuth()
@Controller('api/v1')
export class SessionsController {
  constructor(
    private readonly view: SessionView,
    private readonly bookings: BookingView,
    private readonly addSession: AddSession,
    private readonly changeSession: ChangeSession,
    private readonly cancelSession: CancelSession,
  ) {}

  /**
   * Adds a session and books its instructors, venue, equipment and every trainee of the offering: all or nothing. Where
   * something is taken, the refusal names each clash, with whom and when, and the nearest time at which all is free.
   */
  @Post('offerings/:id/sessions')
  @Requires(schedulingPermissions.plan)
  @Idempotent()
  @Answers(SessionAddedDto)
  @Refuses(...BOOKING_REFUSALS)
  add(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AddSessionDto,
  ): Promise<SessionAddedDto> {
    return this.addSession.execute(scope, id, planOf(body));
  }

  /** Sessions of offerings that you may see, by their start; for calendars. */
  @Get('sessions')
  @Requires(schedulingPermissions.read)
  @AnswersPage(CourseSessionDto)
  list(@InScope() scope: Scope, @Query() query: SessionQuery): Promise<Page<CourseSessionDto>> {
    return this.view.list(scope, { ...query, during: rangeOf(query) }, query.limit, query.cursor);
  }

  /** A session with its instructors, venue and equipment, and how many trainees are booked. */
  @Get('sessions/:id')
  @Requires(schedulingPermissions.read)
  @Answers(CourseSessionDto, { etag: true })
  async one(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CourseSessionDto> {
    const session = await this.view.one(scope, id);
    void reply.header('etag', `"${session.version}"`);
    return session;
  }

  /** Moves it or changes what it uses. Needs `If-Match` with the version that was read. */
  @Patch('sessions/:id')
  @Requires(schedulingPermissions.plan)
  @Answers(VersionDto)
  @Refuses(schedulingErrors['session-closed'], ...BOOKING_REFUSALS)
  async change(
    @InScope() scope: Scope,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeSessionDto,
  ): Promise<VersionDto> {
    return { version: await this.changeSession.execute(scope, id, version, changeOf(body)) };
  }

  /** Calls it off and gives back what it had booked. */
  @Post('sessions/:id/cancel')
  @HttpCode(204)
  @Requires(schedulingPermissions.plan)
  @AnswersNothing()
  @Refuses(schedulingErrors['session-closed'], schedulingErrors.frozen)
  cancel(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SessionReasonDto,
  ): Promise<void> {
    return this.cancelSession.execute(scope, id, body.reason);
  }

  /** When venues, equipment or people are taken, by start; of offerings that you may not see, only that it is. */
  @Get('bookings')
  @Requires(schedulingPermissions['read-plans'])
  @AnswersPage(BookingDto)
  @Refuses(platformErrors['not-found'])
  busy(@InScope() scope: Scope, @Query() query: BookingQuery): Promise<Page<BookingDto>> {
    const { resourceId, zone, limit, cursor } = query;
    return this.bookings.ofResources(scope, resourceId, rangeOf(query), zone, limit, cursor);
  }

  /** Your own calendar: sessions that you teach or attend. */
  @Get('me/sessions')
  @SignedIn()
  @AnswersPage(OwnSessionDto)
  async mine(@CurrentActor() { personId }: Actor, @Query() query: DaysQuery): Promise<Page<OwnSessionDto>> {
    if (!personId) return { items: [], nextCursor: null };
    return this.view.mine(personId, rangeOf(query), query.limit, query.cursor);
  }
}

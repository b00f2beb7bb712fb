import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  AnswersList,
  AnswersPage,
  Clock,
  CurrentActor,
  InScope,
  ListQuery,
  RequestContext,
  Requires,
  scopeFor,
  SignedIn,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { ApprovedSyllabuses } from '../application/approved-syllabuses.js';
import { CHANCES } from '../domain/outlook.js';
import { TrainingView, type TrainingRow } from '../persistence/training.view.js';
import { deliveryPermissions } from './permissions.js';
import { presentTrainee, presentTraining } from './present-progress.js';
import { TraineeProgressDto, TrainingDto } from './training-answers.dto.js';

@ApiTags('training')
@ApiBearerAuth()
@Controller('api/v1')
export class TrainingController {
  constructor(
    private readonly view: TrainingView,
    private readonly syllabuses: ApprovedSyllabuses,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /**
   * One's own training, the latest first: hours and blocks done of the whole, what comes next, results so far, and a
   * warning, in the reader's language, when passing is at risk or no longer possible.
   */
  @Get('me/training')
  @SignedIn()
  @AnswersPage(TrainingDto)
  async own(@CurrentActor() { personId }: Actor, @Query() { limit, cursor }: ListQuery): Promise<Page<TrainingDto>> {
    if (!personId) return { items: [], nextCursor: null };
    return this.present(await this.view.ofPerson(personId, { now: this.clock.now(), limit, cursor }));
  }

  /** The training of a person of one's units; a trainer sees what his own offerings have of others. */
  @Get('people/:id/training')
  @Requires(deliveryPermissions.read)
  @AnswersPage(TrainingDto)
  async ofPerson(
    @CurrentActor() actor: Actor,
    @InScope() people: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { limit, cursor }: ListQuery,
  ): Promise<Page<TrainingDto>> {
    const access = { people, offerings: scopeFor(actor, deliveryPermissions['read-offerings']) };
    await this.view.assertVisible(id, access);
    return this.present(await this.view.ofPerson(id, { now: this.clock.now(), limit, cursor, access }));
  }

  /** How every trainee of an offering stands, warnings first. Commanders see their own people. */
  @Get('offerings/:id/progress')
  @Requires(deliveryPermissions.read)
  @AnswersList(TraineeProgressDto)
  async ofOffering(
    @CurrentActor() actor: Actor,
    @InScope() people: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: TraineeProgressDto[] }> {
    const access = { people, offerings: scopeFor(actor, deliveryPermissions['read-offerings']) };
    const rows = await this.view.ofOffering(id, access);
    const { locale } = this.context.current();
    const items = await Promise.all(
      rows.map(async (row) => presentTrainee(row, await this.syllabuses.of(row.courseVersionId), locale)),
    );
    const urgency = ({ outlook }: (typeof items)[number]) =>
      outlook ? CHANCES.indexOf(outlook.passing) : CHANCES.length;
    return { items: items.sort((a, b) => urgency(a) - urgency(b)) };
  }

  private async present({ items, nextCursor }: Page<TrainingRow>): Promise<Page<TrainingDto>> {
    const { locale } = this.context.current();
    const presented = [];
    for (const row of items)
      presented.push(presentTraining(row, await this.syllabuses.of(row.courseVersionId), locale));
    return { items: presented, nextCursor };
  }
}

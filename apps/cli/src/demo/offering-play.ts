import type { INestApplicationContext } from '@nestjs/common';
import { CatalogueView, rolesOf, type Block, type CourseContent } from '@jssu/catalogue';
import { OpenBatch, RunTasks } from '@jssu/certification';
import { DEMO_STAGES, type DemoOffering, type DemoStage } from '@jssu/config/demo';
import {
  CountersignRegister,
  EnterResults,
  MarkRegister,
  RatifyOffering,
  SubmitRegister,
  type MarkEntry,
} from '@jssu/delivery';
import { ConfirmOffering, EndorseNominations, NominatePeople, Roster, SetQuotas } from '@jssu/enrolment';
import { addDays, civilDateIn, startOfDay, type AppError, type CivilDate } from '@jssu/kernel';
import { Clock, EVERYTHING, UnitOfWork } from '@jssu/platform';
import { AddSession, CreateOffering, OfferingStore, StepOffering } from '@jssu/scheduling';
import type { DemoCast } from './seed-accounts.js';
import { idOf, type DemoOrganisation } from './seed-organisation.js';
import type { DemoPeople } from './seed-people.js';

/** What the runs of courses need; ids by code, equipment by kind. */
export interface Stage {
  readonly courses: ReadonlyMap<string, { readonly id: string; readonly versionId: string }>;
  readonly venues: ReadonlyMap<string, string>;
  readonly equipment: ReadonlyMap<string, string>;
  readonly organisation: DemoOrganisation;
  readonly people: DemoPeople;
  readonly cast: DemoCast;
  readonly today: CivilDate;
}

interface PlannedSession {
  readonly id: string;
  readonly end: Date;
}

const ZONE = 'Asia/Karachi';
const HOUR = 3_600_000;
/** Morning and afternoon, of four hours each. */
const SLOTS = [8, 13];

/** Plays one run through, with the clock at the time of each step, as its people would have over HTTP. */
export class OfferingPlay {
  private readonly clock: Clock;
  private readonly startsOn: CivilDate;
  private id = '';

  constructor(
    private readonly app: INestApplicationContext,
    private readonly stage: Stage,
    private readonly plan: DemoOffering,
  ) {
    this.clock = app.get(Clock);
    this.startsOn = notSunday(addDays(stage.today, plan.startsIn));
  }

  async play(): Promise<void> {
    const { plan } = this;
    const { content } = await this.app.get(CatalogueView).courseVersion(this.course.versionId);
    const slots = slotsFor(content, this.startsOn);
    const endsOn = civilDateIn(ZONE, slots[slots.length - 1].start);
    this.at(-40);
    await this.create(endsOn);
    if (this.reaches('planned')) await this.step('plan');
    const sessions: PlannedSession[] = [];
    // The planned one lacks its last sessions: something to be told by the check.
    const planned = plan.stage === 'planned' ? slots.slice(0, -2) : slots;
    for (const slot of planned) sessions.push(await this.addSession(slot));
    if (!this.reaches('published')) return;
    this.at(-30);
    await this.step('publish');
    if (plan.quotas) await this.setQuotas(plan.quotas);
    await this.fillSeats();
    if (plan.cancelled) await this.step('cancel', plan.cancelled);
    if (!this.reaches('confirmed')) return;
    this.at(-5);
    await this.step('close-nominations');
    await this.app.get(ConfirmOffering).execute(EVERYTHING, this.id);
    if (!this.reaches('in_progress')) return;
    const held = sessions.filter(({ end }) => end.getTime() < realNow());
    for (const [index, session] of held.entries()) await this.holdSession(session, index, held.length);
    if (this.reaches('ratified')) await this.ratify(content, endsOn);
  }

  private get course() {
    const course = this.stage.courses.get(this.plan.course);
    if (!course) throw new RangeError(`the demo has no course ${this.plan.course}`);
    return course;
  }

  private reaches(stage: DemoStage): boolean {
    return DEMO_STAGES.indexOf(this.plan.stage) >= DEMO_STAGES.indexOf(stage);
  }

  /** So many days before or after the first day, but never in the future. */
  private at(days: number): void {
    const instant = startOfDay(addDays(this.startsOn, days), ZONE).getTime() + 9 * HOUR;
    this.clock.moveTo(instant < realNow() ? new Date(instant) : null);
  }

  private async create(endsOn: CivilDate): Promise<void> {
    const { code, unit, seats, language } = this.plan;
    this.id = await this.app.get(CreateOffering).execute(EVERYTHING, {
      courseVersionId: this.course.versionId,
      code,
      unitId: idOf(this.stage.organisation.units, unit),
      language,
      seatsMin: seats.min,
      seatsMax: seats.max,
      startsOn: this.startsOn,
      endsOn,
      nominationsCloseOn: addDays(this.startsOn, -4),
    });
  }

  private step(step: 'plan' | 'publish' | 'close-nominations' | 'cancel', reason?: string) {
    return this.app.get(StepOffering).execute(EVERYTHING, this.id, { step, reason });
  }

  private async addSession({ block, start, end }: Slot): Promise<PlannedSession> {
    const { plan, stage } = this;
    const [lead, assistant, safety] = stage.people.crews[plan.crew];
    const roles = rolesOf(block).map(({ role }) => ({ role, personId: role === 'safety' ? safety : lead }));
    const needsAssistant = block.traineesPerInstructor !== undefined && plan.seats.max > block.traineesPerInstructor;
    const { id } = await this.app.get(AddSession).execute(EVERYTHING, this.id, {
      blockCode: block.code,
      start,
      end,
      instructors: needsAssistant ? [...roles, { role: 'assistant', personId: assistant }] : roles,
      venueId: block.venueKind ? idOf(stage.venues, plan.venues[block.venueKind]) : null,
      equipment: (block.equipment ?? []).map(({ kind, quantity }) => ({
        equipmentId: idOf(stage.equipment, kind),
        quantity,
      })),
    });
    return { id, end };
  }

  private async setQuotas(seats: Readonly<Record<string, number>>): Promise<void> {
    const { units } = this.stage.organisation;
    const quotas = Object.entries(seats).map(([unit, n]) => ({
      unitId: idOf(units, unit),
      seats: n,
      releaseOn: addDays(this.startsOn, -2),
    }));
    const { version } = await this.app.get(OfferingStore).one(EVERYTHING, this.id);
    await this.app.get(SetQuotas).execute(EVERYTHING, this.id, version, quotas);
  }

  private async fillSeats(): Promise<void> {
    const { firstPerson, nominated } = this.plan;
    const { cast, people } = this.stage;
    const chosen = people.trainees.slice(firstPerson, firstPerson + nominated);
    if (chosen.length === 0) return;
    this.at(-21);
    const answers = await this.app.get(NominatePeople).execute(cast.commander, EVERYTHING, {
      offeringId: this.id,
      people: chosen.map((personId, i) => ({ personId, priority: 1 + (i % 3) })),
    });
    const ids = answers.map((answer) => ('id' in answer ? answer.id : refusedInDemo(answer.refusals)));
    this.at(-14);
    // In the published one the last two still wait for their commander.
    const endorsed = this.plan.stage === 'published' ? ids.slice(0, -2) : ids;
    for (const answer of await this.app.get(EndorseNominations).execute(cast.administrator, EVERYTHING, endorsed))
      if ('refusals' in answer) refusedInDemo(answer.refusals);
  }

  private async holdSession({ id, end }: PlannedSession, index: number, held: number): Promise<void> {
    const { administrator, trainer } = this.stage.cast;
    this.clock.moveTo(end);
    const roster = await this.app.get(Roster).of(this.id);
    const marks = roster.map(({ enrolmentId }, i): MarkEntry => {
      // One comes late now and then; one misses so much that he can no longer pass.
      if (i === roster.length - 1 && index !== 1) return { enrolmentId, status: 'absent' };
      if ((i + index) % 9 === 4) return { enrolmentId, status: 'late', minutes: 90 };
      return { enrolmentId, status: 'present' };
    });
    const { version } = await this.app.get(MarkRegister).execute(trainer, EVERYTHING, id, marks);
    // Of the running one the newest register still waits for its second signature.
    const submitted = await this.app.get(SubmitRegister).execute(trainer, EVERYTHING, id, version);
    if (this.plan.stage === 'in_progress' && index === held - 1) return;
    await this.app.get(CountersignRegister).execute(administrator, EVERYTHING, id, submitted);
  }

  private async ratify({ assessments }: CourseContent, endsOn: CivilDate): Promise<void> {
    const { administrator, trainer } = this.stage.cast;
    const roster = await this.app.get(Roster).of(this.id);
    this.clock.moveTo(new Date(startOfDay(endsOn, ZONE).getTime() + 18 * HOUR));
    const entries = roster.flatMap(({ enrolmentId }, i) =>
      assessments.map(({ code, passScore }, a) => ({
        enrolmentId,
        assessmentCode: code,
        attempt: 1,
        // One in eight fails by a little.
        score: i % 8 === 6 ? passScore - 5 : Math.min(100, passScore + 5 + ((i * 7 + a * 11) % 30)),
        takenOn: endsOn,
      })),
    );
    for (const { refusals } of await this.app.get(EnterResults).execute(trainer, EVERYTHING, this.id, entries))
      if (refusals.length > 0) refusedInDemo(refusals);
    this.clock.moveTo(new Date(startOfDay(addDays(endsOn, 1), ZONE).getTime() + 10 * HOUR));
    await this.app.get(RatifyOffering).execute(administrator, EVERYTHING, this.id);
    await this.app.get(OpenBatch).forOffering(this.id);
    const tasks = await this.app
      .get(UnitOfWork)
      .query<{ id: string }>(
        `SELECT t.id FROM certification_task t JOIN certification_batch b ON b.id = t.batch_id WHERE b.offering_id = $1 ORDER BY t.id`,
        [this.id],
      );
    const faults = await this.app.get(RunTasks).execute(
      tasks.map(({ id }) => id),
      true,
    );
    if (faults.length > 0) throw faults[0];
  }
}

interface Slot {
  readonly block: Block;
  readonly start: Date;
  readonly end: Date;
}

/** The blocks one after the other, in parts of at most four hours, mornings and afternoons, Sundays left out. */
function slotsFor({ blocks }: CourseContent, startsOn: CivilDate): Slot[] {
  const parts = blocks.flatMap((block) =>
    Array.from({ length: Math.ceil(block.minutes / 240) }, (_, i) => ({
      block,
      minutes: Math.min(240, block.minutes - i * 240),
    })),
  );
  let day = startsOn;
  return parts.map(({ block, minutes }, i) => {
    if (i > 0 && i % SLOTS.length === 0) day = notSunday(addDays(day, 1));
    const start = new Date(startOfDay(day, ZONE).getTime() + SLOTS[i % SLOTS.length] * HOUR);
    return { block, start, end: new Date(start.getTime() + minutes * 60_000) };
  });
}

function notSunday(day: CivilDate): CivilDate {
  return new Date(day).getUTCDay() === 0 ? addDays(day, 1) : day;
}

/** The clock of the product is moved about; this one is not. */
function realNow(): number {
  return Date.now();
}

function refusedInDemo(refusals: readonly AppError[]): never {
  throw new Error(`the demo is refused: ${refusals.map(({ message }) => message).join('; ')}`);
}

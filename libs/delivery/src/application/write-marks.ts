import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { BeginAttendance, Roster } from '@jssu/enrolment';
import { Clock, type Actor } from '@jssu/platform';
import { decideMarks, wasThere, type MarkDraft, type MarkEntry } from '../domain/mark.js';
import { isOnRegister } from '../domain/may-record.js';
import { registerErrors } from '../domain/register-errors.js';
import { RegisterStore, type LockedRegister } from '../persistence/register.store.js';

export interface MarksWritten {
  readonly changes: readonly MarkDraft[];
  /** Entries that said what stood already. */
  readonly unchanged: number;
}

/** Writes what is new of some marks in a locked register; a trainee who appears for the first time attends from then on. */
@Injectable()
export class WriteMarks {
  constructor(
    private readonly store: RegisterStore,
    private readonly roster: Roster,
    private readonly begin: BeginAttendance,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws `delivery.bad-marks` with every problem, `delivery.marks-conflict` with every mark that stands unseen; then nothing is written */
  async execute(
    actor: Actor,
    { offering, session }: LockedRegister,
    entries: readonly MarkEntry[],
    reason: string | null = null,
  ): Promise<MarksWritten> {
    const roster = await this.roster.of(offering.id);
    const standing = await this.store.marks(session.id);
    const now = this.clock.now();
    // Who left the course keeps his marks: they can be corrected.
    const markable = new Set([
      ...roster.filter(isOnRegister).map(({ enrolmentId }) => enrolmentId),
      ...standing.keys(),
    ]);
    const decided = decideMarks({
      entries,
      markable,
      standing,
      sessionMinutes: session.minutes,
      now,
      markedBy: actor.personId,
    });
    const { problems, conflicts, changes, unchanged } = decided;
    if (problems.length > 0) throw registerErrors['bad-marks']({ count: problems.length }, { problems });
    if (conflicts.length > 0) throw registerErrors['marks-conflict']({ count: conflicts.length }, { conflicts });
    if (changes.length === 0) return { changes, unchanged };
    await this.store.write(session.id, changes, { personId: actor.personId, reason, now });
    const people = new Map(roster.map((entry) => [entry.enrolmentId, entry]));
    await this.audit.recordAll(
      changes.map(({ former, enrolmentId, status, minutes, note, device, markedAt }) => ({
        action: reason === null ? 'delivery.attendance-marked' : 'delivery.attendance-corrected',
        entity: 'register',
        entityId: session.id,
        personId: people.get(enrolmentId)?.personId,
        unitId: offering.unitId,
        before: former && { status: former.status, minutes: former.minutes, note: former.note },
        after: { enrolmentId, status, minutes, note, device, markedAt },
        reason,
      })),
    );
    const appeared = changes.filter(
      (change) => wasThere(change) && people.get(change.enrolmentId)?.state === 'confirmed',
    );
    if (appeared.length > 0)
      await this.begin.execute(
        offering.id,
        appeared.map(({ enrolmentId }) => enrolmentId),
      );
    return { changes, unchanged };
  }
}

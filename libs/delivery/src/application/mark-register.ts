import { Injectable } from '@nestjs/common';
import { Roster } from '@jssu/enrolment';
import { civilDateIn, refuseAll } from '@jssu/kernel';
import { Clock, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { MoveOffering } from '@jssu/scheduling';
import type { MarkEntry } from '../domain/mark.js';
import { beginsToday, isOwnTraining, notInDelivery } from '../domain/may-record.js';
import { registerErrors } from '../domain/register-errors.js';
import { RegisterStore } from '../persistence/register.store.js';
import { WriteMarks } from './write-marks.js';

/**
 * Marks many trainees of a session at once, from the session's day on, while the register is open. Repeating it writes
 * nothing; a different mark supersedes the former. The first mark of a confirmed offering sets it in progress.
 */
@Injectable()
export class MarkRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RegisterStore,
    private readonly roster: Roster,
    private readonly marks: WriteMarks,
    private readonly move: MoveOffering,
    private readonly clock: Clock,
  ) {}

  /** @throws the refusals of the register, all that apply; `delivery.bad-marks` */
  async execute(
    actor: Actor,
    scope: Scope,
    sessionId: string,
    entries: readonly MarkEntry[],
  ): Promise<{ version: number; written: number; unchanged: number }> {
    return this.uow.run(async () => {
      const locked = await this.store.lock(scope, sessionId);
      const { offering, session, register } = locked;
      const today = this.clock.today(offering.zone);
      const sessionDay = civilDateIn(offering.zone, session.start);
      refuseAll([
        isOwnTraining(actor.personId, await this.roster.of(offering.id)),
        notInDelivery(offering, today),
        session.state === 'cancelled' && registerErrors['session-cancelled'](),
        today < sessionDay && registerErrors['session-not-begun']({ startsAt: session.start.toISOString() }),
        register.state !== 'open' && registerErrors['register-locked']({ state: register.state }),
      ]);
      if (beginsToday(offering, today)) await this.move.execute(offering, 'in_progress');
      const { changes, unchanged } = await this.marks.execute(actor, locked, entries);
      return { version: register.version + (changes.length > 0 ? 1 : 0), written: changes.length, unchanged };
    });
  }
}

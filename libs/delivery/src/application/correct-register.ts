import { Injectable } from '@nestjs/common';
import { Roster } from '@jssu/enrolment';
import { refuseAll } from '@jssu/kernel';
import { Clock, UnitOfWork, type Actor } from '@jssu/platform';
import type { MarkEntry } from '../domain/mark.js';
import { isOwnTraining, notInDelivery } from '../domain/may-record.js';
import { registerErrors } from '../domain/register-errors.js';
import { RegisterStore } from '../persistence/register.store.js';
import { mayCorrect, type CorrectionRights } from './correction-rights.js';
import { RecomputeResults } from './recompute-results.js';
import { WriteMarks } from './write-marks.js';

/** Corrects marks of a countersigned register with a reason; after ratification the people's results are judged again. */
@Injectable()
export class CorrectRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RegisterStore,
    private readonly roster: Roster,
    private readonly marks: WriteMarks,
    private readonly recompute: RecomputeResults,
    private readonly clock: Clock,
  ) {}

  /** @throws `delivery.ratified-needs-administrator`, `delivery.register-not-locked`, `delivery.nothing-changes` */
  async execute(
    actor: Actor,
    { scope, ratified }: CorrectionRights,
    sessionId: string,
    { reason, marks }: { readonly reason: string; readonly marks: readonly MarkEntry[] },
  ): Promise<{ written: number; resultsCorrected: number }> {
    return this.uow.run(async () => {
      const locked = await this.store.lock(scope, sessionId);
      const { offering, register } = locked;
      const isRatified = offering.state === 'ratified';
      refuseAll([
        isOwnTraining(actor.personId, await this.roster.of(offering.id)),
        isRatified ? mayCorrect(ratified, offering) : notInDelivery(offering, this.clock.today(offering.zone)),
        register.state !== 'countersigned' && registerErrors['register-not-locked'](),
      ]);
      const { changes } = await this.marks.execute(actor, locked, marks, reason);
      if (changes.length === 0) throw registerErrors['nothing-changes']();
      const people = changes.map(({ enrolmentId }) => enrolmentId);
      const results = isRatified ? await this.recompute.execute(actor, offering, people, reason) : [];
      return { written: changes.length, resultsCorrected: results.length };
    });
  }
}

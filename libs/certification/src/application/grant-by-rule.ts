import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import type { AppError } from '@jssu/kernel';
import { Clock, UnitOfWork } from '@jssu/platform';
import { decisionTime } from '../domain/certification-event.js';
import { statusAt } from '../domain/certification-status.js';
import { decideGrant } from '../domain/decide.js';
import { schemeErrors } from '../domain/scheme-errors.js';
import { standingPeriods } from '../domain/standing-period.js';
import { CertificationStore } from '../persistence/certification.store.js';
import { SchemeRules } from '../persistence/scheme-rules.js';
import type { Task } from '../persistence/task.store.js';

/** The rules of the scheme say no; the same question has the same answer until something on record changes. */
export class RuleRefusal extends Error {
  override readonly name = 'RuleRefusal';

  constructor(readonly refusals: readonly [AppError, ...AppError[]]) {
    super(refusals.map(({ code }) => code).join(', '));
  }
}

/**
 * Grants or renews by the scheme's own rule, without a person: in force at once where one authority is enough, else
 * waiting for the signatures of both. Done once for a task, however often it is run.
 */
@Injectable()
export class GrantByRule {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CertificationStore,
    private readonly schemeRules: SchemeRules,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the decision
   * @throws RuleRefusal with every reason; nothing is left behind
   */
  async execute(task: Task): Promise<string> {
    const { personId, schemeId, unitId, zone } = task;
    const cause = `task:${task.id}`;
    return this.uow.run(async () => {
      const on = this.clock.today(zone);
      const certificationId = await this.store.lock(personId, schemeId);
      const situation = await this.store.situation(certificationId, task, on, cause);
      const { events, evidence, schemeVersionId, causedEventId } = situation;
      if (causedEventId) return causedEventId;
      const rulesOf = await this.schemeRules.of(events, ...(schemeVersionId ? [schemeVersionId] : []));
      const rules = schemeVersionId ? rulesOf(schemeVersionId) : undefined;
      if (!schemeVersionId || !rules) throw new RuleRefusal([schemeErrors['no-published-version']()]);
      const now = decisionTime(events, this.clock.now());
      const verdict = decideGrant({
        person: { id: personId },
        actorPersonId: null,
        actorParty: null,
        schemeVersionId,
        rules,
        rulesOf,
        events,
        evidence,
        on,
        now,
      });
      if (!verdict.ok) {
        const [first, ...others] = verdict.refusals;
        throw new RuleRefusal([first, ...others]);
      }
      const event = await this.store.append(certificationId, verdict.draft, now, cause);
      const history = [...events, event];
      await this.store.keepStanding(certificationId, standingPeriods(history, rulesOf, now), events.length === 0);
      const { status, expiresOn } = statusAt(history, rulesOf, on, now);
      await this.audit.record({
        action: 'certification.decided',
        entity: 'certification',
        entityId: certificationId,
        personId,
        unitId,
        after: { decision: event.type, by: 'rule', taskId: task.id, eventId: event.id, status, expiresOn },
      });
      return event.id;
    });
  }
}

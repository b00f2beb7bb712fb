import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { accepted, type CivilDate, type Party } from '@jssu/kernel';
import { Clock, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { decisionTime, isCorrection, type CertificationEvent, type Decision } from '../domain/certification-event.js';
import { statusAt, type CertificationStatus } from '../domain/certification-status.js';
import { decideChange, decideGrant, decideSignature, type Change } from '../domain/decide.js';
import { certificationErrors } from '../domain/errors.js';
import { schemeErrors } from '../domain/scheme-errors.js';
import type { RulesLookup } from '../domain/scheme-version.js';
import { CertificationStore, type Situation } from '../persistence/certification.store.js';
import { SchemeRules } from '../persistence/scheme-rules.js';
import { Subjects } from '../persistence/subjects.js';
import { FollowDecision } from './follow-decision.js';

/** `Omit` on each member of a union. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The decision that takes the place of a corrected one; it follows the rules that the corrected one followed. */
export type Replacement = Without<Decision, 'schemeVersionId'>;

export interface DecisionRequest {
  readonly personId: string;
  readonly schemeId: string;
  /** The authority that the actor signs for. */
  readonly party: Party;
  readonly decision:
    | { readonly type: 'grant' }
    | { readonly type: 'sign'; readonly eventId: string }
    | { readonly type: 'suspended' | 'reinstated' | 'surrendered'; readonly reason: string }
    | { readonly type: 'revoked'; readonly reason: string; readonly barredUntil: CivilDate | null }
    | { readonly type: 'extended'; readonly reason: string; readonly until: CivilDate }
    | {
        readonly type: 'corrected';
        readonly reason: string;
        readonly eventId: string;
        /** Null: the decision should never have been taken. */
        readonly replacement: Replacement | null;
      };
}

export interface Decided {
  readonly certificationId: string;
  readonly eventId: string;
  readonly status: CertificationStatus;
}

interface Facts extends Situation {
  readonly certificationId: string;
  readonly rulesOf: RulesLookup;
  readonly on: CivilDate;
  readonly now: Date;
}

/** Takes or signs one decision on a certification, by the rules in force today, under the certification's lock. */
@Injectable()
export class DecideCertification {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CertificationStore,
    private readonly schemeRules: SchemeRules,
    private readonly subjects: Subjects,
    private readonly follow: FollowDecision,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The certificate of a decision that comes into force is issued by a job. */
  async execute(actor: Actor, scope: Scope, request: DecisionRequest): Promise<Decided> {
    const { personId, schemeId, party, decision } = request;
    if (!actor.personId) throw certificationErrors['actor-without-person']();
    const signsFor = actor.grants.some(
      (grant) => grant.role === 'administrator' && (grant.party === null || grant.party === party),
    );
    if (!signsFor) throw certificationErrors['wrong-party']({ parties: party });
    const { unitId, zone } = await this.subjects.one(scope, personId);
    const actorPersonId = actor.personId;
    return this.uow.run(async () => {
      const on = this.clock.today(zone);
      const certificationId = await this.store.lock(personId, schemeId);
      const situation = await this.store.situation(certificationId, request, on);
      const { events, schemeVersionId } = situation;
      if (!schemeVersionId) throw schemeErrors['no-published-version']();
      const rulesOf = await this.schemeRules.of(events, schemeVersionId);
      const now = decisionTime(events, this.clock.now());
      const facts: Facts = { ...situation, certificationId, rulesOf, on, now };
      const eventId = await this.take(facts, request, actorPersonId);
      const history = (await this.store.histories([certificationId])).get(certificationId) ?? [];
      await this.follow.execute({ certificationId, personId, schemeId, eventId, history, rulesOf, on, now });
      const [before, after] = [events, history].map((known) => statusAt(known, rulesOf, on, now));
      await this.audit.record({
        action: `certification.${decision.type === 'sign' ? 'decision-signed' : 'decided'}`,
        entity: 'certification',
        entityId: certificationId,
        personId,
        unitId,
        before: { status: before.status, expiresOn: before.expiresOn },
        after: {
          decision: decision.type,
          party,
          eventId,
          status: after.status,
          expiresOn: after.expiresOn,
          ...(decision.type === 'corrected' && { corrects: decision.eventId, replacement: decision.replacement }),
        },
        reason: 'reason' in decision ? decision.reason : null,
      });
      return { certificationId, eventId, status: after.status };
    });
  }

  /** @returns the event that was written or signed */
  private async take(facts: Facts, { personId, party, decision }: DecisionRequest, actorPersonId: string) {
    const { certificationId, events, rulesOf, now } = facts;
    const signed = decision.type === 'sign' ? events.find(({ id }) => id === decision.eventId) : undefined;
    // A decision is completed by the authorities of the version under which it was begun.
    const schemeVersionId = signed?.schemeVersionId ?? facts.schemeVersionId;
    const rules = schemeVersionId ? rulesOf(schemeVersionId) : undefined;
    if (!schemeVersionId || !rules) throw schemeErrors['no-published-version']();
    const input = {
      ...facts,
      person: { id: personId },
      actorPersonId,
      actorParty: party,
      schemeVersionId,
      rules,
    };
    if (signed) {
      const signature = accepted(decideSignature({ ...input, event: signed }));
      await this.store.sign(signature.eventId, signature.party, signature.personId, now);
      return signature.eventId;
    }
    if (decision.type === 'sign') throw certificationErrors['not-pending']();
    const draft =
      decision.type === 'grant'
        ? accepted(decideGrant(input))
        : accepted(decideChange({ ...input, change: changeOf(decision, events), reason: decision.reason }));
    return (await this.store.append(certificationId, draft, now)).id;
  }
}

function changeOf(
  decision: Exclude<DecisionRequest['decision'], { type: 'grant' | 'sign' }>,
  events: readonly CertificationEvent[],
): Change {
  if (decision.type !== 'corrected') return decision;
  const { eventId: supersedes, replacement } = decision;
  const target = events.find(({ id }) => id === supersedes);
  if (!target || !replacement) return { type: 'corrected', supersedes, replacement: null };
  const { schemeVersionId } = (isCorrection(target) ? target.replacement : null) ?? target;
  return { type: 'corrected', supersedes, replacement: { ...replacement, schemeVersionId } as Decision };
}

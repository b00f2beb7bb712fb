import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import type { AppError, CivilDate, Party } from '@jssu/kernel';
import { PeopleView } from '@jssu/people';
import { Clock, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { decideChange, decideGrant, decideSignature, type Verdict } from '../domain/decide.js';
import { certificationErrors } from '../domain/errors.js';
import { statusAt, type CertificationStatus } from '../domain/certification-status.js';
import { CertificationStore } from '../persistence/certification.store.js';

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
    | { readonly type: 'extended'; readonly reason: string; readonly until: CivilDate };
}

export interface Decided {
  readonly certificationId: string;
  readonly eventId: string;
  readonly status: CertificationStatus;
}

/** Takes or signs one decision on a certification, by the rules in force today, under the certification's lock. */
@Injectable()
export class DecideCertification {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CertificationStore,
    private readonly people: PeopleView,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, scope: Scope, request: DecisionRequest): Promise<Decided> {
    const { personId, schemeId, party, decision } = request;
    if (!actor.personId) throw certificationErrors['actor-without-person']();
    const signsFor = actor.grants.some(
      (grant) => grant.role === 'administrator' && (grant.party === null || grant.party === party),
    );
    if (!signsFor) throw certificationErrors['wrong-party']({ parties: party });
    const { unitId } = await this.people.one(scope, personId);
    const [on, now] = [this.clock.today(), this.clock.now()];
    const actorPersonId = actor.personId;
    return this.uow.run(async () => {
      const schemeVersionId = await this.store.versionInForce(schemeId, on);
      const rules = await this.store.rules(schemeId);
      const inForce = schemeVersionId ? rules.get(schemeVersionId) : undefined;
      if (!schemeVersionId || !inForce) throw certificationErrors['no-published-version']();
      const certificationId = await this.store.lock(personId, schemeId);
      const rulesOf = (id: string) => rules.get(id);
      const events = await this.store.events(certificationId);
      const input = {
        person: { id: personId },
        actorPersonId,
        actorParty: party,
        schemeVersionId,
        rules: inForce,
        rulesOf,
        events,
        on,
        now,
      };
      let eventId: string;
      if (decision.type === 'sign') {
        const event = events.find(({ id }) => id === decision.eventId);
        if (!event) throw certificationErrors['not-pending']();
        const signature = accepted(decideSignature({ ...input, event }));
        await this.store.sign(signature.eventId, signature.party, signature.personId, now);
        eventId = signature.eventId;
      } else {
        const draft =
          decision.type === 'grant'
            ? accepted(decideGrant({ ...input, evidence: await this.store.evidence(personId) }))
            : accepted(decideChange({ ...input, change: decision, reason: decision.reason }));
        eventId = await this.store.append(certificationId, draft, now);
      }
      const before = statusAt(events, rulesOf, on, now);
      const after = statusAt(await this.store.events(certificationId), rulesOf, on, now);
      await this.audit.record({
        action: `certification.${decision.type === 'sign' ? 'decision-signed' : 'decided'}`,
        entity: 'certification',
        entityId: certificationId,
        personId,
        unitId,
        before: { status: before.status, expiresOn: before.expiresOn },
        after: { decision: decision.type, party, eventId, status: after.status, expiresOn: after.expiresOn },
        reason: 'reason' in decision ? decision.reason : null,
      });
      return { certificationId, eventId, status: after.status };
    });
  }
}

/** The first refusal leads; the others are listed with it, so that all can be mended at once. */
function accepted<T>(verdict: Verdict<T>): T {
  if (verdict.ok) return verdict.draft;
  const [first, ...others] = verdict.refusals;
  if (others.length === 0) throw first;
  throw withOthers(first, others);
}

function withOthers(first: AppError, others: readonly AppError[]): AppError {
  return Object.assign(Object.create(Object.getPrototypeOf(first)) as AppError, first, {
    extra: { ...first.extra, alsoRefused: others.map(({ code, params, extra }) => ({ code, params, ...extra })) },
  });
}

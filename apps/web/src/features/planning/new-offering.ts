import { idempotencyKey } from '../../api/client';
import type { Zone } from '../../api/offerings';
import { isRefused } from '../../api/problem';
import { addSession, createOffering, type NewOffering } from './queries';
import { newSessionOf, spanOf, type SessionDraft } from './session-draft';

export const LANGUAGES_TAUGHT = ['ur', 'en', 'zh'] as const;

/** The particulars as they are typed. */
export interface Terms {
  readonly courseId: string;
  readonly courseVersionId: string;
  readonly code: string;
  readonly unitId: string;
  readonly openToUnitId: string;
  readonly language: (typeof LANGUAGES_TAUGHT)[number];
  readonly seatsMin: string;
  readonly seatsMax: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly nominationsCloseOn: string;
}

/** A session of the plan; `key` is of the intention to make it, and goes with each change. */
export interface PlannedSession extends SessionDraft {
  readonly key: string;
  readonly made?: true;
}

/** What is typed until it is made: ids, codes, days and times, and no person's data. */
export interface Plan {
  readonly terms: Terms;
  /** Absent until they are proposed. */
  readonly sessions?: readonly PlannedSession[];
  /** Of the intention to make the offering. */
  readonly key: string;
  /** Once it is made. */
  readonly offeringId?: string;
}

const KEPT = 'jssu.new-offering';

const EMPTY: Terms = {
  ...{ courseId: '', courseVersionId: '', code: '', unitId: '', openToUnitId: '', language: 'ur' },
  ...{ seatsMin: '8', seatsMax: '24', startsOn: '', endsOn: '', nominationsCloseOn: '' },
};

/** What was typed in this tab before, if it was not made. */
export function keptPlan(): Plan {
  const empty = { terms: EMPTY, key: idempotencyKey() };
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Partial<Plan> | null;
    return kept?.terms && kept.key ? { ...empty, ...kept, terms: { ...EMPTY, ...kept.terms } } : empty;
  } catch {
    return empty;
  }
}

export function keepPlan(plan: Plan | undefined): void {
  if (plan) sessionStorage.setItem(KEPT, JSON.stringify(plan));
  else sessionStorage.removeItem(KEPT);
}

export function planned(draft: SessionDraft): PlannedSession {
  return { ...draft, key: idempotencyKey(), made: undefined };
}

export function offeringOf({ terms }: Plan): NewOffering {
  const { courseVersionId, code, unitId, openToUnitId, language, startsOn, endsOn, nominationsCloseOn } = terms;
  return {
    ...{ courseVersionId, code, unitId, language, startsOn, endsOn },
    openToUnitId: openToUnitId || undefined,
    seatsMin: Number(terms.seatsMin),
    seatsMax: Number(terms.seatsMax),
    nominationsCloseOn: nominationsCloseOn || undefined,
  };
}

export interface Outcome {
  readonly plan: Plan;
  /** Why sessions were refused, by their key. */
  readonly refused: ReadonlyMap<string, Error>;
}

/**
 * Makes the draft and its sessions one by one. What is made stays; a session that is refused does not keep the others from
 * being made. May be called again after a lost line: nothing is made twice.
 * @param onStep told after each step, so that what is made is known whatever happens next
 * @throws Refused for the offering itself; Unreachable
 */
export async function makePlan(plan: Plan, zone: Zone, onStep: (plan: Plan) => void): Promise<Outcome> {
  const offeringId = plan.offeringId ?? (await createOffering(offeringOf(plan), plan.key)).id;
  let now: Plan = { ...plan, offeringId };
  onStep(now);
  const refused = new Map<string, Error>();
  for (const session of plan.sessions ?? []) {
    const span = spanOf(session, zone);
    if (session.made || !span) continue;
    try {
      await addSession(offeringId, newSessionOf(session, span), session.key);
    } catch (error) {
      if (!isRefused(error)) throw error;
      refused.set(session.key, error);
      continue;
    }
    now = { ...now, sessions: now.sessions?.map((one) => (one.key === session.key ? { ...one, made: true } : one)) };
    onStep(now);
  }
  return { plan: now, refused };
}

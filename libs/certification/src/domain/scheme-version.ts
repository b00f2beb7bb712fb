import {
  addDays,
  addPeriod,
  civilDate,
  daysInMonth,
  PARTIES,
  subtractPeriod,
  type CivilDate,
  type Party,
  type Period,
} from '@jssu/kernel';
import type { Requirement } from './requirement.js';
import { isPeriod, isRecord, validateRequirement, type RequirementProblemCode } from './validate-requirement.js';

/**
 * Where a validity is counted from. `old-expiry`: from the old expiry when renewed inside the window, so that early
 * renewal costs nothing. `fixed-date`: everybody expires on one day of the year (1 to 12, 1 to 31, clamped at the
 * month's end), but never with less than `minimumActive`.
 */
export type Anchor =
  | { readonly kind: 'completion' }
  | { readonly kind: 'old-expiry' }
  | { readonly kind: 'fixed-date'; readonly month: number; readonly day: number; readonly minimumActive: Period };

/** The rules of one version of a scheme; plain JSON. */
export interface SchemeVersionRules {
  readonly requirement: Requirement;
  /** What a renewal asks for; the full requirement when absent. */
  readonly renewalRequirement?: Requirement;
  /** Null: never expires. */
  readonly validity: Period | null;
  /** Before expiry; a period without length means that there is no window. */
  readonly renewalWindow: Period;
  /** After expiry. */
  readonly grace: Period;
  readonly anchor: Anchor;
  /** Each of these parties must sign a decision before it is in force. */
  readonly authorities: readonly Party[];
}

/** The rules of a scheme version by its id; undefined for one that cannot be found. */
export type RulesLookup = (schemeVersionId: string) => SchemeVersionRules | undefined;

export type RulesProblemCode =
  RequirementProblemCode | 'unknown-anchor' | 'bad-fixed-date' | 'bad-authorities' | 'window-not-shorter-than-validity';

export type RulesCheck =
  | { readonly ok: true; readonly rules: SchemeVersionRules }
  | { readonly ok: false; readonly problems: readonly { readonly path: string; readonly code: RulesProblemCode }[] };

const MEMBERS = ['requirement', 'renewalRequirement', 'validity', 'renewalWindow', 'grace', 'anchor', 'authorities'];

export function validateRules(json: unknown): RulesCheck {
  const problems: { path: string; code: RulesProblemCode }[] = [];
  const report = (path: string, code: RulesProblemCode) => void problems.push({ path, code });
  if (!isRecord(json)) return { ok: false, problems: [{ path: '$', code: 'not-an-object' }] };
  const { validity, renewalWindow, grace, anchor, authorities } = json;
  for (const member of Object.keys(json)) if (!MEMBERS.includes(member)) report(member.slice(0, 64), 'unknown-member');

  for (const member of ['requirement', 'renewalRequirement']) {
    if (member === 'renewalRequirement' && json[member] === undefined) continue;
    const check = validateRequirement(json[member]);
    if (!check.ok) for (const { path, code } of check.problems) report(path.replace('$', member), code);
  }
  if (validity !== null && !isPeriod(validity, 'positive')) report('validity', 'bad-period');
  if (!isPeriod(renewalWindow, 'any')) report('renewalWindow', 'bad-period');
  else if (isPeriod(validity, 'positive')) {
    const from = civilDate('2025-01-01');
    if (addPeriod(from, renewalWindow) >= addPeriod(from, validity))
      report('renewalWindow', 'window-not-shorter-than-validity');
  }
  if (!isPeriod(grace, 'any')) report('grace', 'bad-period');
  checkAnchor(anchor, report);
  if (
    !Array.isArray(authorities) ||
    authorities.length === 0 ||
    new Set(authorities).size !== authorities.length ||
    !authorities.every((party) => PARTIES.some((known) => known === party))
  )
    report('authorities', 'bad-authorities');
  return problems.length === 0 ? { ok: true, rules: json as unknown as SchemeVersionRules } : { ok: false, problems };
}

function checkAnchor(anchor: unknown, report: (path: string, code: RulesProblemCode) => void): void {
  const kind = isRecord(anchor) ? anchor['kind'] : undefined;
  if (kind === 'completion' || kind === 'old-expiry') return;
  if (kind !== 'fixed-date' || !isRecord(anchor)) return report('anchor.kind', 'unknown-anchor');
  const { month, day, minimumActive } = anchor;
  const monthFits = Number.isInteger(month) && (month as number) >= 1 && (month as number) <= 12;
  // 2028 is a leap year: 29 February is a legal fixed day and falls on the 28th in common years.
  const lastDay = monthFits ? daysInMonth(2028, month as number) : 0;
  if (!(Number.isInteger(day) && (day as number) >= 1 && (day as number) <= lastDay))
    report('anchor', 'bad-fixed-date');
  if (!isPeriod(minimumActive, 'any')) report('anchor.minimumActive', 'bad-period');
}

/**
 * The last day on which the certification is valid, that day included; null when it never expires. One year from
 * 1 March 2026 is 1 March 2027; from 29 February it is 28 February (design §4, rule 5).
 *
 * `grantedOn` is the day from which the scheme counts: the completion of what was required.
 * @throws RangeError when the expiry would fall after 2199.
 */
export function expiryFor(
  rules: SchemeVersionRules,
  { grantedOn, previousExpiry }: { grantedOn: CivilDate; previousExpiry?: CivilDate | null },
): CivilDate | null {
  const { validity, anchor, renewalWindow } = rules;
  if (validity === null) return null;
  const insideWindow =
    !!previousExpiry && grantedOn <= previousExpiry && grantedOn >= subtractPeriod(previousExpiry, renewalWindow);
  const cycleStart = insideWindow ? previousExpiry : grantedOn;
  switch (anchor.kind) {
    case 'completion':
      return addPeriod(grantedOn, validity);
    case 'old-expiry':
      return addPeriod(cycleStart, validity);
    case 'fixed-date': {
      const earliest = addPeriod(grantedOn, anchor.minimumActive);
      // A renewal inside the window must bring a later day than the one already held.
      const floor = insideWindow && earliest <= previousExpiry ? addDays(previousExpiry, 1) : earliest;
      const latest = lastFixedDay(anchor, addPeriod(cycleStart, validity));
      return latest >= floor ? latest : firstFixedDay(anchor, floor);
    }
  }
}

/** The day the renewal window opens; null without expiry or without window. */
export function renewalOpensOn(rules: SchemeVersionRules, expiresOn: CivilDate | null): CivilDate | null {
  if (expiresOn === null || !isPeriod(rules.renewalWindow, 'positive')) return null;
  return subtractPeriod(expiresOn, rules.renewalWindow);
}

/** The last day of grace, inclusive; the expiry day itself when the scheme gives none. */
export function graceEndsOn(rules: SchemeVersionRules, expiresOn: CivilDate | null): CivilDate | null {
  return expiresOn === null ? null : addPeriod(expiresOn, rules.grace);
}

type FixedDate = Extract<Anchor, { kind: 'fixed-date' }>;

function fixedDayIn(year: number, { month, day }: FixedDate): CivilDate {
  const clamped = Math.min(day, daysInMonth(year, month));
  return civilDate(`${year}-${String(month).padStart(2, '0')}-${String(clamped).padStart(2, '0')}`);
}

function firstFixedDay(anchor: FixedDate, from: CivilDate): CivilDate {
  const year = Number(from.slice(0, 4));
  const day = fixedDayIn(year, anchor);
  return day >= from ? day : fixedDayIn(year + 1, anchor);
}

function lastFixedDay(anchor: FixedDate, until: CivilDate): CivilDate {
  const year = Number(until.slice(0, 4));
  const day = fixedDayIn(year, anchor);
  return day <= until ? day : fixedDayIn(year - 1, anchor);
}

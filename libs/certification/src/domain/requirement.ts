import { addPeriod, compareDates, type CivilDate, type LocalizedText, type Period } from '@jssu/kernel';

export const EVIDENCE_KINDS = [
  'course-result',
  'external-certificate',
  'task-book',
  'fitness',
  'experience',
  'waiver',
  'equivalence',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/**
 * One thing that must be shown. `key` names the leaf within its tree: waivers and equivalence decisions point at it.
 * `subject` narrows the kind, such as the id of a course; without it any evidence of the kind counts.
 * `maxAge` is counted from the day of achievement by the calendar; the last day of the age still counts.
 */
export interface EvidenceLeaf {
  readonly op: 'evidence';
  readonly key: string;
  readonly kind: EvidenceKind;
  readonly subject?: string;
  readonly maxAge?: Period;
  /** Whether a waiver may release from this leaf; true when absent. */
  readonly waivable?: boolean;
}

/** Plain JSON, so that a scheme version stores it as it is. */
export type Requirement =
  | EvidenceLeaf
  | { readonly op: 'all' | 'any'; readonly of: readonly Requirement[] }
  | { readonly op: 'n-of'; readonly n: number; readonly of: readonly Requirement[] };

/** What the rules need to know of a stored piece of evidence. */
export interface EvidenceFact {
  readonly id: string;
  readonly kind: EvidenceKind;
  /** The course, certificate or task book shown; for a waiver or an equivalence, the key of the leaf it meets. */
  readonly subject: string | null;
  readonly achievedOn: CivilDate;
  /** Last day on which it counts, inclusive; null without end. */
  readonly validUntil: CivilDate | null;
}

export type MissingReason = 'absent' | 'not-yet-valid' | 'expired' | 'too-old';

export interface MissingLeaf {
  readonly path: string;
  readonly key: string;
  readonly kind: EvidenceKind;
  readonly subject: string | null;
  readonly reason: MissingReason;
  /** The evidence that came closest, when there was some. */
  readonly nearestEvidenceId: string | null;
  /** Set inside `any` and `n-of`: how many alternatives of the group at `path` are still needed. */
  readonly choice: { readonly path: string; readonly stillNeeded: number } | null;
  readonly explanation: LocalizedText;
}

export interface RequirementResult {
  readonly satisfied: boolean;
  readonly usedEvidenceIds: readonly string[];
  /** The latest achievement among the evidence used, waivers left out; null when only waivers or nothing was used. */
  readonly completedOn: CivilDate | null;
  readonly missing: readonly MissingLeaf[];
}

const EXPLANATIONS: Readonly<Record<MissingReason, LocalizedText>> = {
  absent: { en: 'No such evidence is on record.', ur: 'ایسا کوئی ثبوت ریکارڈ پر نہیں۔', zh: '没有此项证据的记录。' },
  'not-yet-valid': {
    en: 'The evidence is dated after the day in question.',
    ur: 'ثبوت کی تاریخ مطلوبہ دن کے بعد کی ہے۔',
    zh: '证据日期晚于所查日期。',
  },
  expired: {
    en: 'The evidence ended before the day in question.',
    ur: 'ثبوت کی میعاد مطلوبہ دن سے پہلے ختم ہو گئی۔',
    zh: '证据在所查日期之前已失效。',
  },
  'too-old': {
    en: 'The evidence is older than the scheme allows.',
    ur: 'ثبوت اسکیم کی اجازت سے زیادہ پرانا ہے۔',
    zh: '证据超过方案允许的时限。',
  },
};

interface Partial {
  readonly satisfied: boolean;
  readonly used: readonly EvidenceFact[];
  readonly missing: readonly MissingLeaf[];
}

/** Pure and independent of the order of `evidence`: the latest fitting piece is used, the smaller id on equal days. */
export function evaluateRequirement(
  tree: Requirement,
  evidence: readonly EvidenceFact[],
  on: CivilDate,
): RequirementResult {
  const newestFirst = [...evidence].sort(
    (a, b) => compareDates(b.achievedOn, a.achievedOn) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const { satisfied, used, missing } = evaluate(tree, newestFirst, on, '$');
  const dates = used.filter((fact) => fact.kind !== 'waiver').map((fact) => fact.achievedOn);
  return {
    satisfied,
    usedEvidenceIds: [...new Set(used.map((fact) => fact.id))],
    completedOn: dates.length === 0 ? null : dates.reduce((a, b) => (a > b ? a : b)),
    missing,
  };
}

function evaluate(node: Requirement, evidence: readonly EvidenceFact[], on: CivilDate, path: string): Partial {
  if (node.op === 'evidence') return evaluateLeaf(node, evidence, on, path);
  const results = node.of.map((child, index) => evaluate(child, evidence, on, `${path}.of[${index}]`));
  const needed = node.op === 'n-of' ? node.n : node.op === 'any' ? 1 : results.length;
  const met = results.filter((result) => result.satisfied);
  const used = met.slice(0, needed).flatMap((result) => result.used);
  if (met.length >= needed) return { satisfied: true, used, missing: [] };
  const choice = node.op === 'all' ? null : { path, stillNeeded: needed - met.length };
  const missing = results
    .flatMap((result) => result.missing)
    .map((leaf) => (leaf.choice === null && choice ? { ...leaf, choice } : leaf));
  return { satisfied: false, used, missing };
}

function evaluateLeaf(leaf: EvidenceLeaf, evidence: readonly EvidenceFact[], on: CivilDate, path: string): Partial {
  const candidates = evidence.filter((fact) => speaksTo(leaf, fact));
  let nearest: { fact: EvidenceFact; reason: MissingReason } | undefined;
  for (const fact of candidates) {
    const reason = shortcoming(leaf, fact, on);
    if (!reason) return { satisfied: true, used: [fact], missing: [] };
    nearest ??= { fact, reason };
  }
  const reason = nearest?.reason ?? 'absent';
  const missing: MissingLeaf = {
    path,
    key: leaf.key,
    kind: leaf.kind,
    subject: leaf.subject ?? null,
    reason,
    nearestEvidenceId: nearest?.fact.id ?? null,
    choice: null,
    explanation: EXPLANATIONS[reason],
  };
  return { satisfied: false, used: [], missing: [missing] };
}

function speaksTo(leaf: EvidenceLeaf, fact: EvidenceFact): boolean {
  if (fact.kind === leaf.kind) return leaf.subject === undefined || fact.subject === leaf.subject;
  if (fact.subject !== leaf.key) return false;
  return fact.kind === 'equivalence' || (fact.kind === 'waiver' && leaf.waivable !== false);
}

function shortcoming(leaf: EvidenceLeaf, fact: EvidenceFact, on: CivilDate): MissingReason | undefined {
  if (fact.achievedOn > on) return 'not-yet-valid';
  if (fact.validUntil !== null && fact.validUntil < on) return 'expired';
  // A waiver of the leaf ends by its own date: the leaf's age limit speaks of achievements.
  const ageless = fact.kind === 'waiver' && leaf.kind !== 'waiver';
  if (!ageless && leaf.maxAge && addPeriod(fact.achievedOn, leaf.maxAge) < on) return 'too-old';
  return undefined;
}

import type { Period } from '@jssu/kernel';
import { EVIDENCE_KINDS, type Requirement } from './requirement.js';

export type RequirementProblemCode =
  | 'not-an-object'
  | 'unknown-op'
  | 'unknown-member'
  | 'empty-group'
  | 'n-out-of-range'
  | 'unknown-evidence-kind'
  | 'bad-key'
  | 'duplicate-key'
  | 'duplicate-leaf'
  | 'bad-subject'
  | 'bad-period'
  | 'bad-waivable'
  | 'too-deep'
  | 'too-large';

export interface RequirementProblem {
  readonly path: string;
  readonly code: RequirementProblemCode;
}

export type RequirementCheck =
  | { readonly ok: true; readonly requirement: Requirement }
  | { readonly ok: false; readonly problems: readonly RequirementProblem[] };

const MAX_DEPTH = 8;
const MAX_NODES = 200;
const KEY = /^[a-z0-9][a-z0-9-]{0,63}$/;
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  all: ['op', 'of'],
  any: ['op', 'of'],
  'n-of': ['op', 'n', 'of'],
  evidence: ['op', 'key', 'kind', 'subject', 'maxAge', 'waivable'],
};

/** Checks a tree that came from outside and reports every problem with its path; at most 8 levels and 200 nodes. */
export function validateRequirement(json: unknown): RequirementCheck {
  const problems: RequirementProblem[] = [];
  const keys = new Set<string>();
  let nodes = 0;

  const visit = (node: unknown, path: string, depth: number): void => {
    const report = (code: RequirementProblemCode, at = path) => void problems.push({ path: at, code });
    nodes += 1;
    if (nodes > MAX_NODES) return nodes === MAX_NODES + 1 ? report('too-large') : undefined;
    if (depth > MAX_DEPTH) return report('too-deep');
    if (!isRecord(node)) return report('not-an-object');
    const op = node['op'];
    if (typeof op !== 'string' || !Object.hasOwn(MEMBERS, op)) return report('unknown-op', `${path}.op`);
    for (const member of Object.keys(node))
      if (!MEMBERS[op].includes(member)) report('unknown-member', `${path}.${member.slice(0, 64)}`);
    if (op === 'evidence') return checkLeaf(node, path, keys, report);

    const children: unknown = node['of'];
    if (!Array.isArray(children) || children.length === 0) return report('empty-group', `${path}.of`);
    const n = node['n'];
    if (op === 'n-of' && !(Number.isInteger(n) && (n as number) >= 1 && (n as number) <= children.length))
      report('n-out-of-range', `${path}.n`);
    const seen = new Set<string>();
    children.forEach((child: unknown, index) => {
      const at = `${path}.of[${index}]`;
      visit(child, at, depth + 1);
      // Twice the same leaf would let one piece of evidence count as two alternatives.
      if (!isRecord(child) || child['op'] !== 'evidence') return;
      const identity = JSON.stringify([child['kind'], child['subject'] ?? null]);
      if (seen.has(identity)) report('duplicate-leaf', at);
      seen.add(identity);
    });
  };
  visit(json, '$', 1);
  return problems.length === 0 ? { ok: true, requirement: json as Requirement } : { ok: false, problems };
}

function checkLeaf(
  leaf: Readonly<Record<string, unknown>>,
  path: string,
  keys: Set<string>,
  report: (code: RequirementProblemCode, at?: string) => void,
): void {
  const { key, kind, subject, maxAge, waivable } = leaf;
  if (typeof key !== 'string' || !KEY.test(key)) report('bad-key', `${path}.key`);
  else if (keys.has(key)) report('duplicate-key', `${path}.key`);
  else keys.add(key);
  if (!EVIDENCE_KINDS.some((known) => known === kind)) report('unknown-evidence-kind', `${path}.kind`);
  if (subject !== undefined && (typeof subject !== 'string' || subject === '' || subject.length > 200))
    report('bad-subject', `${path}.subject`);
  if (maxAge !== undefined && !isPeriod(maxAge, 'positive')) report('bad-period', `${path}.maxAge`);
  if (waivable !== undefined && typeof waivable !== 'boolean') report('bad-waivable', `${path}.waivable`);
}

const LIMITS: Readonly<Record<string, number>> = { years: 50, months: 600, days: 18_250 };

/** A calendar period of whole units, each at most about 50 years; `positive` refuses one without length. */
export function isPeriod(value: unknown, length: 'positive' | 'any'): value is Period {
  if (!isRecord(value)) return false;
  const entries = Object.entries(value);
  const sound = entries.every(
    ([unit, amount]) =>
      Object.hasOwn(LIMITS, unit) &&
      Number.isInteger(amount) &&
      (amount as number) >= 0 &&
      (amount as number) <= LIMITS[unit],
  );
  return sound && (length === 'any' || entries.some(([, amount]) => (amount as number) > 0));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

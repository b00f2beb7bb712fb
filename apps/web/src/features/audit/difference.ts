/** One member of what an entry has recorded. `stated`: told with the change, but not changed by it as far as is known. */
export interface FieldChange {
  /** Members of members are joined by dots. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly kind: 'changed' | 'set' | 'removed' | 'stated';
}

type Members = Readonly<Record<string, unknown>>;

/**
 * What changed, field by field, in the order in which it was recorded. An entry without a former state sets what it has;
 * one with it may tell only of the members that change, so that what stands on one side alone says nothing of the other.
 */
export function difference(before: object | null, after: object | null): FieldChange[] {
  const former = flat(before);
  const latter = flat(after);
  const paths = new Set([...former.keys(), ...latter.keys()]);
  return [...paths].map((path) => {
    const change = { path, before: former.get(path), after: latter.get(path) };
    if (!before) return { ...change, kind: isEmpty(change.after) ? 'stated' : 'set' };
    if (!after) return { ...change, kind: 'removed' };
    const told = former.has(path) && latter.has(path);
    return { ...change, kind: told && !same(change.before, change.after) ? 'changed' : 'stated' };
  });
}

function flat(value: object | null, prefix = ''): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  for (const [name, member] of Object.entries((value ?? {}) as Members)) {
    const path = prefix + name;
    if (isBranch(member)) for (const [below, leaf] of flat(member, `${path}.`)) leaves.set(below, leaf);
    else leaves.set(path, member);
  }
  return leaves;
}

/** Lists and texts in several languages are read as a whole. */
function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLocalized(value);
}

export function isLocalized(value: unknown): value is Readonly<Record<'en' | 'ur' | 'zh', string>> {
  if (typeof value !== 'object' || value === null) return false;
  const names = Object.keys(value);
  return names.includes('en') && names.every((name) => ['en', 'ur', 'zh'].includes(name));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

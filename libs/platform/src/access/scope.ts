import type { Party } from '@jssu/kernel';
import { permission, type Reach, type Role } from './permissions.js';

/** A role in a place: the units of one subtree, worked out when the grant is loaded; null means every unit. */
export interface Grant {
  readonly role: Role;
  readonly unitIds: readonly string[] | null;
  /** The authority that the account signs for; null for either. */
  readonly party: Party | null;
}

/** The rows that an actor may touch. Every reader, store and view of scoped rows requires one. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'units'; readonly unitIds: readonly string[]; readonly selfPersonId: string | null }
  | { readonly kind: 'self'; readonly selfPersonId: string };

export const EVERYTHING: Scope = { kind: 'all' };

interface Holder {
  readonly personId: string | null;
  readonly grants: readonly Grant[];
}

/** The scope that the actor's grants give for a permission; undefined when they do not give it at all. */
export function scopeFor(holder: Holder, key: string): Scope | undefined {
  const { roles } = permission(key);
  const unitIds = new Set<string>();
  let self: string | null = null;
  let allowed = false;
  for (const grant of holder.grants) {
    const reach: Reach | undefined = roles[grant.role];
    if (!reach) continue;
    if (reach === 'self') {
      if (holder.personId) self = holder.personId;
      continue;
    }
    if (reach === 'any' || grant.unitIds === null) return EVERYTHING;
    allowed = true;
    for (const id of grant.unitIds) unitIds.add(id);
  }
  if (allowed) return { kind: 'units', unitIds: [...unitIds], selfPersonId: self };
  return self ? { kind: 'self', selfPersonId: self } : undefined;
}

/** Whether one row, of a unit and perhaps of a person, is inside the scope. */
export function inScope(
  scope: Scope,
  row: { readonly unitId?: string | null; readonly personId?: string | null },
): boolean {
  if (scope.kind === 'all') return true;
  if (scope.selfPersonId && row.personId === scope.selfPersonId) return true;
  return scope.kind === 'units' && !!row.unitId && scope.unitIds.includes(row.unitId);
}

/**
 * The scope as an SQL condition; its values are pushed on `params`.
 * @param columns SQL expressions for the row's unit and person
 */
export function scopeSql(
  scope: Scope,
  columns: { readonly unit?: string; readonly person?: string },
  params: unknown[],
): string {
  if (scope.kind === 'all') return 'TRUE';
  const conditions: string[] = [];
  if (scope.kind === 'units' && columns.unit) {
    params.push(scope.unitIds);
    conditions.push(`${columns.unit} = ANY($${params.length}::uuid[])`);
  }
  if (scope.selfPersonId && columns.person) {
    params.push(scope.selfPersonId);
    conditions.push(`${columns.person} = $${params.length}::uuid`);
  }
  return conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'FALSE';
}

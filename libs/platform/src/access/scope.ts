import type { Party } from '@jssu/kernel';
import { permission, type Reach, type Role } from './permissions.js';

/** A role in a place: the units of one subtree, worked out when the grant is loaded; null means every unit. */
export interface Grant {
  readonly role: Role;
  /** Of a grant for one party these are always listed, also when it reaches every unit. */
  readonly unitIds: readonly string[] | null;
  /** The party that the account acts and signs for; null and `joint` for both. */
  readonly party: Party | null;
  /** Of a grant for one party: those of `unitIds` that belong to this party or to both. */
  readonly partyUnitIds?: readonly string[];
}

/** A party that has people of its own. */
export type SingleParty = Exclude<Party, 'joint'>;

/** What grants for one party add to a scope: their people anywhere in their units. */
export interface PartyLimits {
  /** Units in which people of both parties are reached. */
  readonly openUnitIds: readonly string[];
  readonly parties: readonly { readonly party: SingleParty; readonly unitIds: readonly string[] }[];
}

/** The rows that an actor may touch. Every reader, store and view of scoped rows requires one. */
export type Scope =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'units';
      /** Units whose own rows are reached: those of grants for both parties, and of one party its own and joint ones. */
      readonly unitIds: readonly string[];
      readonly selfPersonId: string | null;
      /** Only where a grant for one party takes part. */
      readonly limits?: PartyLimits;
    }
  | { readonly kind: 'self'; readonly selfPersonId: string };

export const EVERYTHING: Scope = { kind: 'all' };

interface Holder {
  readonly personId: string | null;
  readonly grants: readonly Grant[];
}

/** The scope that the actor's grants give for a permission; undefined when they do not give it at all. */
export function scopeFor(holder: Holder, key: string): Scope | undefined {
  const { roles } = permission(key);
  const open = new Set<string>();
  const ofParty = new Set<string>();
  const parties: Record<SingleParty, Set<string>> = { pk: new Set(), cn: new Set() };
  let self: string | null = null;
  let allowed = false;
  for (const grant of holder.grants) {
    const reach: Reach | undefined = roles[grant.role];
    if (!reach) continue;
    if (reach === 'self') {
      if (holder.personId) self = holder.personId;
      continue;
    }
    const party = reach === 'scope' ? singleParty(grant.party) : undefined;
    if (reach === 'any' || (grant.unitIds === null && !party)) return EVERYTHING;
    allowed = true;
    if (party) {
      for (const id of grant.unitIds ?? []) parties[party].add(id);
      for (const id of grant.partyUnitIds ?? []) ofParty.add(id);
    } else for (const id of grant.unitIds ?? []) open.add(id);
  }
  if (!allowed) return self ? { kind: 'self', selfPersonId: self } : undefined;
  const limited = (['pk', 'cn'] as const)
    .filter((party) => parties[party].size > 0)
    .map((party) => ({ party, unitIds: [...parties[party]] }));
  return {
    kind: 'units',
    unitIds: [...new Set([...open, ...ofParty])],
    selfPersonId: self,
    ...(limited.length > 0 ? { limits: { openUnitIds: [...open], parties: limited } } : {}),
  };
}

export function singleParty(party: Party | null): SingleParty | undefined {
  return party === 'joint' ? undefined : (party ?? undefined);
}

/** One row, as far as a scope asks: `party` is that of the person whom the row is about. */
export interface ScopedRow {
  readonly unitId?: string | null;
  readonly personId?: string | null;
  readonly party?: SingleParty;
}

/**
 * Whether one row, of a unit and perhaps of a person, is inside the scope. Who names a person without his party is not
 * let in by a grant for one party.
 */
export function inScope(scope: Scope, row: ScopedRow): boolean {
  if (scope.kind === 'all') return true;
  if (scope.selfPersonId && row.personId === scope.selfPersonId) return true;
  if (scope.kind !== 'units' || !row.unitId) return false;
  const { unitId, party } = row;
  const ofPerson = party !== undefined || (row.personId !== undefined && row.personId !== null);
  if (!scope.limits || !ofPerson) return scope.unitIds.includes(unitId);
  if (scope.limits.openUnitIds.includes(unitId)) return true;
  return scope.limits.parties.some((limit) => limit.party === party && limit.unitIds.includes(unitId));
}

/** Whether a person or a thing of the party may be put into the unit: the unit itself is reached, and so is the party there. */
export function mayPlace(scope: Scope, unitId: string | null, party: Party | null): boolean {
  if (!inScope(scope, { unitId })) return false;
  if (scope.kind !== 'units' || !scope.limits || unitId === null) return true;
  const { openUnitIds, parties } = scope.limits;
  return (
    openUnitIds.includes(unitId) || parties.some((limit) => limit.party === party && limit.unitIds.includes(unitId))
  );
}

let partyOfPerson: ((person: string) => string) | undefined;

/** The lib that has the people says how SQL finds the party of one. @param sql makes an expression of an expression for the person's id */
export function registerPartyOfPerson(sql: (person: string) => string): void {
  partyOfPerson = sql;
}

/**
 * The scope as an SQL condition; its values are pushed on `params`. Rows about a person must name his column, or a grant
 * for one party reaches the other party's people in a joint unit.
 * @param columns SQL expressions for the row's unit and person
 */
export function scopeSql(
  scope: Scope,
  columns: { readonly unit?: string; readonly person?: string },
  params: unknown[],
): string {
  if (scope.kind === 'all') return 'TRUE';
  const conditions: string[] = [];
  const { unit, person } = columns;
  const within = (unitIds: readonly string[]) => `${unit} = ANY($${params.push(unitIds)}::uuid[])`;
  if (scope.kind === 'units' && unit) {
    if (!scope.limits || !person) conditions.push(within(scope.unitIds));
    else {
      if (!partyOfPerson) throw new Error('nobody has said how SQL finds the party of a person');
      const { openUnitIds, parties } = scope.limits;
      conditions.push(`(${person} IS NULL AND ${within(scope.unitIds)})`);
      if (openUnitIds.length > 0) conditions.push(within(openUnitIds));
      for (const limit of parties)
        conditions.push(`(${within(limit.unitIds)} AND ${partyOfPerson(person)} = $${params.push(limit.party)})`);
    }
  }
  if (scope.selfPersonId && person) conditions.push(`${person} = $${params.push(scope.selfPersonId)}::uuid`);
  return conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'FALSE';
}

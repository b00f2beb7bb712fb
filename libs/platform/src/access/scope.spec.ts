import fc from 'fast-check';
import { definePermissions } from './permissions.js';
import { inScope, registerPartyOfPerson, scopeFor, scopeSql, type Grant, type Scope } from './scope.js';

const keys = definePermissions('scope-spec', {
  rows: { roles: { administrator: 'scope', auditor: 'scope', trainee: 'self' } },
  signed: { roles: { administrator: 'units' } },
  apart: { roles: { administrator: 'any' } },
});
registerPartyOfPerson((person) => `party_of(${person})`);

const grant = (
  unitIds: string[] | null,
  party: Grant['party'],
  partyUnitIds?: string[],
  role: Grant['role'] = 'administrator',
): Grant => ({
  role,
  unitIds,
  party,
  partyUnitIds,
});
const scopeOf = (grants: Grant[], key = keys.rows, personId: string | null = null) =>
  scopeFor({ personId, grants }, key);

describe('the scope of grants', () => {
  it('is everything for a grant of every unit and both parties', () => {
    expect(scopeOf([grant(null, null)])).toEqual({ kind: 'all' });
    expect(scopeOf([grant(null, 'joint')])).toEqual({ kind: 'all' });
  });

  it('of a grant for one party is never everything, however many units it reaches', () => {
    const scope = scopeOf([grant(['u1', 'u2', 'cn1'], 'pk', ['u1', 'u2'])]) as Scope;
    expect(inScope(scope, { unitId: 'u1' })).toBe(true);
    expect(inScope(scope, { unitId: 'cn1' })).toBe(false);
    expect(inScope(scope, { unitId: 'u1', personId: 'p', party: 'pk' })).toBe(true);
    expect(inScope(scope, { unitId: 'u1', personId: 'p', party: 'cn' })).toBe(false);
    expect(inScope(scope, { unitId: 'cn1', personId: 'p', party: 'pk' })).toBe(true);
    expect(inScope(scope, { unitId: 'elsewhere', personId: 'p', party: 'pk' })).toBe(false);
  });

  it('does not let a person in whose party nobody has told', () => {
    const scope = scopeOf([grant(['u1'], 'pk', ['u1'])]) as Scope;
    expect(inScope(scope, { unitId: 'u1', personId: 'p' })).toBe(false);
  });

  it('ignores the party for what both parties sign, and for what belongs to no unit', () => {
    const limited = grant(['u1', 'cn1'], 'cn', ['cn1']);
    expect(scopeOf([limited], keys.signed)).toEqual({ kind: 'units', unitIds: ['u1', 'cn1'], selfPersonId: null });
    expect(scopeOf([limited], keys.apart)).toEqual({ kind: 'all' });
  });

  it('says the same in SQL as in memory', () => {
    const units = ['a', 'b', 'c'];
    const someUnits = fc.subarray(units);
    const someGrant = fc
      .record({ unitIds: someUnits, ofParty: someUnits, party: fc.constantFrom('pk', 'cn', 'joint', null) })
      .map(({ unitIds, ofParty, party }) =>
        grant(
          unitIds,
          party,
          party === 'pk' || party === 'cn' ? unitIds.filter((id) => ofParty.includes(id)) : undefined,
        ),
      );
    fc.assert(
      fc.property(
        fc.array(someGrant, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...units),
        fc.constantFrom('pk' as const, 'cn' as const, undefined),
        (grants, unitId, party) => {
          const scope = scopeOf(grants) as Scope;
          const row = party ? { unitId, personId: 'p', party } : { unitId };
          expect(evaluate(scope, unitId, party)).toBe(inScope(scope, row));
        },
      ),
    );
  });

  it('writes the same short condition as ever where no party limits it', () => {
    const params: unknown[] = [];
    const scope = scopeOf([grant(['a'], null), grant(null, null, undefined, 'trainee')], keys.rows, 'me') as Scope;
    expect(scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)).toBe(
      '(p.unit_id = ANY($1::uuid[]) OR p.id = $2::uuid)',
    );
    expect(params).toEqual([['a'], 'me']);
  });
});

/** Computes the condition as PostgreSQL would, for one row. */
function evaluate(scope: Scope, unitId: string, party: 'pk' | 'cn' | undefined): boolean {
  const params: unknown[] = [];
  const expression = scopeSql(scope, { unit: 'UNIT', person: 'PERSON' }, params)
    .replace(/UNIT = ANY\(\$(\d+)::uuid\[\]\)/g, (_, n) => String((params[Number(n) - 1] as string[]).includes(unitId)))
    .replace(/party_of\(PERSON\) = \$(\d+)/g, (_, n) => String(params[Number(n) - 1] === party))
    .replace(/PERSON IS NULL/g, String(party === undefined))
    .replaceAll(' AND ', '&&')
    .replaceAll(' OR ', '||')
    .replaceAll('TRUE', 'true')
    .replaceAll('FALSE', 'false');
  expect(expression).toMatch(/^[()&|]*((true|false)[()&|]*)+$/);
  return Function(`return ${expression}`)() as boolean;
}

export const ROLES = ['trainer', 'trainee', 'administrator', 'commander', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/**
 * How far a role reaches: rows in the grant's units and, of a grant for one party, of that party (`scope`); rows in the
 * grant's units whichever party they belong to, for what both parties look at and sign (`units`); the own person only
 * (`self`); data that belongs to no unit (`any`).
 */
export type Reach = 'scope' | 'units' | 'self' | 'any';

export interface Permission {
  readonly key: string;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
}

const declared = new Map<string, Permission>();

/** Declares the permissions of a module. A role that is not listed has none: deny by default. */
export function definePermissions<K extends string>(
  module: string,
  permissions: Readonly<Record<K, { readonly roles: Permission['roles'] }>>,
): Readonly<Record<K, string>> {
  const keys = {} as Record<K, string>;
  for (const verb of Object.keys(permissions) as K[]) {
    const key = `${module}.${verb}`;
    if (declared.has(key)) throw new Error(`permission ${key} is declared twice`);
    declared.set(key, { key, roles: permissions[verb].roles });
    keys[verb] = key;
  }
  return keys;
}

/** @throws Error for a permission that nobody declared: a spelling mistake must not open a door. */
export function permission(key: string): Permission {
  const found = declared.get(key);
  if (!found) throw new Error(`permission ${key} is not declared`);
  return found;
}

export function allPermissions(): Permission[] {
  return [...declared.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

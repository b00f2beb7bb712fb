import type { Role } from '../../api/session';

export const ROLES = ['trainee', 'trainer', 'commander', 'administrator', 'auditor'] as const satisfies readonly Role[];
export const PARTIES = ['pk', 'cn', 'joint'] as const;

/** The role or party of a text; undefined when a newer server names one that is not known here. */
export const roleOf = (text: string) => ROLES.find((role) => role === text);
export const partyOf = (text: string | null) => PARTIES.find((party) => party === text);

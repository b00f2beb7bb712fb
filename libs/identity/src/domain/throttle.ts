/** Failures that cost nothing, for a user name and for an address. */
export const FREE_FAILURES = { user: 5, ip: 30 } as const;
const MAX_SECONDS = 900;
/** After this many seconds without a failure the count starts again. */
export const FORGET_AFTER_SECONDS = 900;

/** Seconds to wait after that many failures in a row: 0, then 1, 2, 4 … up to 15 minutes. */
export function waitAfter(failures: number, kind: keyof typeof FREE_FAILURES): number {
  const paid = failures - FREE_FAILURES[kind];
  return paid < 0 ? 0 : Math.min(MAX_SECONDS, 2 ** Math.min(paid, 10));
}

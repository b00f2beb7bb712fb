/**
 * What failures are counted by. `pair` is a user name from one address; `ip` one address with any names; `user` a user
 * name from any address. `user` is not counted at an address from which the account signed in of late: who guesses from
 * elsewhere cannot lock its owner out.
 */
export const THROTTLES = ['ip', 'pair', 'user'] as const;
export type Throttle = (typeof THROTTLES)[number];

/** Failures in a row that cost nothing. NIST SP 800-63B-4 §3.2.2 allows an account 100 at most. */
export const FREE_FAILURES: Readonly<Record<Throttle, number>> = { pair: 5, ip: 100, user: 50 };
const MAX_SECONDS: Readonly<Record<Throttle, number>> = { pair: 900, ip: 900, user: 60 };
/** After this many seconds without a failure the count starts again. */
export const FORGET_AFTER_SECONDS = 3600;
/** An address is known for this many days after a log-in from it. */
export const KNOWN_ADDRESS_DAYS = 30;

/** Seconds to wait after that many failures in a row: 0, then 1, 2, 4 … up to 15 minutes, for a user name one minute. */
export function waitAfter(failures: number, kind: Throttle): number {
  const paid = failures - FREE_FAILURES[kind];
  return paid < 0 ? 0 : Math.min(MAX_SECONDS[kind], 2 ** Math.min(paid, 10));
}

/** An IPv6 user has a whole /64 to choose addresses from: it counts as one. */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1];
  if (!ip.includes(':')) return ip;
  const [head, tail] = ip.toLowerCase().split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const groups =
    tail === undefined
      ? left
      : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

export type PlainReason = 'stalled' | 'connection' | 'busy' | 'space' | 'rule' | 'other';

/** What the parts of the system say when they fail: BullMQ, PostgreSQL, Redis, Node. The first that fits counts. */
const SIGNS: readonly (readonly [RegExp, PlainReason])[] = [
  [/stalled/i, 'stalled'],
  [/ENOSPC|no space left|disk full|out of memory/i, 'space'],
  [/deadlock|could not serialize|lock timeout|statement timeout|canceling statement/i, 'busy'],
  [/violates|constraint|duplicate key|invalid input syntax|null value in column/i, 'rule'],
  [
    /ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|connection (terminated|refused|closed|timeout)|terminating connection|timeout exceeded/i,
    'connection',
  ],
];

/** The kind of fault that an error message tells of. */
export function plainReason(message: string): PlainReason {
  return SIGNS.find(([sign]) => sign.test(message))?.[1] ?? 'other';
}

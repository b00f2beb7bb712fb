/** What lies on one day, day by day. @param dayOf its civil date */
export function byDay<T>(items: readonly T[], dayOf: (item: T) => string): (readonly [string, readonly T[]])[] {
  const days = new Map<string, T[]>();
  for (const item of items) {
    const day = dayOf(item);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b));
}

import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import { queryClient } from '../api/query-client';
import { currentSession } from '../api/session';
import { deviceDatabase } from './database';
import type { KeptRegister, Mark, Register } from './kept';

export type { Mark, Register, RegisterLine } from './kept';

/** Names do not lie about on a device for longer than a course week needs them. */
const KEPT_FOR_MS = 7 * 24 * 60 * 60_000;

/** Those who may mark; of others the API would refuse it. */
export function mayMark(): boolean {
  const session = currentSession();
  return (
    session.kind === 'signed-in' && session.me.grants.some(({ role }) => role === 'trainer' || role === 'administrator')
  );
}

export function registerQuery(sessionId: string) {
  return queryOptions({
    queryKey: ['registers', sessionId],
    queryFn: async ({ signal }) => {
      const register = await api('get', '/api/v1/sessions/{id}/register', { path: { id: sessionId }, signal });
      if (mayMark()) void keepRegister(register).catch(() => undefined);
      return register;
    },
  });
}

/** A register that is open stays on the device; one that is locked goes from it. */
async function keepRegister(register: Register): Promise<void> {
  const session = currentSession();
  if (session.kind !== 'signed-in') return;
  const database = await deviceDatabase();
  if (register.state === 'countersigned') return database.delete('registers', register.sessionId);
  const kept = { accountId: session.me.accountId, register, keptAt: Date.now() };
  await database.put('registers', kept, register.sessionId);
}

/** The registers on this device, of whoever is signed in; what is too old goes. */
export async function keptRegisters(): Promise<readonly KeptRegister[]> {
  const session = currentSession();
  if (session.kind !== 'signed-in') return [];
  const { accountId } = session.me;
  const database = await deviceDatabase();
  const all = await database.getAll('registers');
  const old = all.filter(({ keptAt }) => keptAt < Date.now() - KEPT_FOR_MS);
  await Promise.all(old.map(({ register }) => database.delete('registers', register.sessionId)));
  return all
    .filter((kept) => kept.accountId === accountId && !old.includes(kept))
    .sort((a, b) => a.register.start.localeCompare(b.register.start));
}

/** The same as a query; it asks the device, and so waits for no line. */
export const keptRegistersQuery = queryOptions({
  queryKey: ['registers', 'kept'],
  networkMode: 'always',
  staleTime: 0,
  queryFn: () => keptRegisters().catch(() => []),
});

/** Shows the register of the device until the API answers with its own. */
export async function showKept(sessionId: string): Promise<void> {
  const { queryKey } = registerQuery(sessionId);
  if (queryClient.getQueryData(queryKey)) return;
  const kept = (await keptRegisters().catch(() => [])).find(({ register }) => register.sessionId === sessionId);
  if (kept && !queryClient.getQueryData(queryKey))
    queryClient.setQueryData(queryKey, kept.register, { updatedAt: kept.keptAt });
}

/** The register as it will be when these marks are on record. */
export function withMarks(register: Register, marks: readonly Mark[]): Register {
  const given = new Map(marks.map((mark) => [mark.enrolmentId, mark]));
  const minutesOf = ({ status, minutes }: Mark) => (status === 'present' ? register.minutes : (minutes ?? 0));
  return {
    ...register,
    people: register.people.map((person) => {
      const mark = given.get(person.enrolmentId);
      if (!mark) return person;
      const standing = { id: '', note: null, device: null, markedBy: null, reason: null, ...person.mark };
      const markedAt = mark.markedAt ?? new Date().toISOString();
      return { ...person, mark: { ...standing, status: mark.status, minutes: minutesOf(mark), markedAt } };
    }),
  };
}

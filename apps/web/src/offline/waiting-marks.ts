import { onlineManager } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { api } from '../api/client';
import { thisDevice } from '../api/device';
import { Refused, Unreachable, type Problem } from '../api/problem';
import { queryClient } from '../api/query-client';
import { currentSession } from '../api/session';
import { deviceDatabase } from './database';
import type { Mark, Register, StandingMark, WaitingMark } from './kept';
import { registerQuery, withMarks } from './registers';

export type { WaitingMark } from './kept';

const RETRY_MS = 15_000;
const BUSY = 429;

/** Of all accounts; what a screen shows, while the device keeps the same in its database. */
let marks: readonly WaitingMark[] = [];
/** Whether the browser keeps what is written; else marks wait in the open page alone. */
let durable = true;
/** Shown already, and on their way to the device. */
let unstored: readonly WaitingMark[] = [];
let sending: Promise<void> | undefined;
const listeners = new Set<() => void>();
const otherTabs = new BroadcastChannel('jssu.waiting-marks');

const keyOf = ({ sessionId, enrolmentId }: WaitingMark): [string, string] => [sessionId, enrolmentId];
const same = (a: WaitingMark, b: WaitingMark) => keyOf(a).join() === keyOf(b).join();
const without = (all: readonly WaitingMark[], some: readonly WaitingMark[]) =>
  all.filter((mark) => !some.some((other) => same(mark, other)));
const isSendable = (mark: WaitingMark) => mark.conflict === undefined && mark.refusal === undefined;

/** Reads what waits on the device, and sends it whenever there is a line. Once, when someone who marks is signed in. */
export async function startSending(): Promise<void> {
  onlineManager.subscribe((online) => online && void sendWaiting());
  otherTabs.onmessage = () => void readDevice();
  await readDevice();
  await sendWaiting();
}

async function readDevice(): Promise<void> {
  try {
    const kept = await (await deviceDatabase()).getAll('marks');
    show([...without(kept, unstored), ...unstored]);
  } catch {
    durable = false;
  }
}

function show(next: readonly WaitingMark[]): void {
  marks = next;
  for (const listener of listeners) listener();
}

/** Puts marks over those of the same people; answered when the device has them. */
async function write(written: readonly WaitingMark[]): Promise<void> {
  show([...without(marks, written), ...written]);
  unstored = [...without(unstored, written), ...written];
  await store(async (database) => {
    // On the disk when it is answered: batteries die.
    const writing = database.transaction('marks', 'readwrite', { durability: 'strict' });
    await Promise.all([...written.map((mark) => writing.store.put(mark, keyOf(mark))), writing.done]);
  });
  unstored = unstored.filter((mark) => !written.includes(mark));
}

/** Takes marks away, but for those that have been set anew since. */
async function remove(gone: readonly WaitingMark[]): Promise<void> {
  const still = gone.filter((mark) => marks.includes(mark));
  show(marks.filter((mark) => !still.includes(mark)));
  await store((database) => Promise.all(still.map((mark) => database.delete('marks', keyOf(mark)))));
}

async function store(work: (database: Awaited<ReturnType<typeof deviceDatabase>>) => Promise<unknown>): Promise<void> {
  try {
    await work(await deviceDatabase());
    durable = true;
    otherTabs.postMessage('changed');
  } catch {
    durable = false;
  }
}

/** Sets marks of people of a register, as it stands on the screen: on the device at once, at the API when there is a line. */
export async function markPeople(register: Register, given: readonly Mark[]): Promise<void> {
  const session = currentSession();
  if (session.kind !== 'signed-in') return;
  const { accountId } = session.me;
  const { sessionId } = register;
  const onRecord = new Map(register.people.map(({ enrolmentId, mark }) => [enrolmentId, mark]));
  const now = new Date().toISOString();
  await write(
    given.map(({ enrolmentId, status, minutes }): WaitingMark => {
      const before = marks.find((mark) => mark.sessionId === sessionId && mark.enrolmentId === enrolmentId);
      return {
        ...{ accountId, sessionId, enrolmentId, status, minutes, markedAt: now },
        note: onRecord.get(enrolmentId)?.note ?? undefined,
        seen: before && isSendable(before) ? before.seen : onRecord.get(enrolmentId)?.id || null,
        ...(before?.conflict === undefined ? {} : { conflict: before.conflict }),
      };
    }),
  );
  await sendWaiting();
}

/** Of a conflict: one's own mark is sent over the one that stands, which has been seen now. */
export async function insist(mark: WaitingMark): Promise<void> {
  const { conflict, refusal: _told, ...again } = mark;
  await write([{ ...again, seen: conflict?.id ?? null }]);
  await sendWaiting();
}

/** Gives up marks that were refused, or that lie over what somebody else has marked. */
export async function giveUp(given: readonly WaitingMark[]): Promise<void> {
  await remove(given);
  await Promise.all(
    [...new Set(given.map(({ sessionId }) => sessionId))].map((sessionId) =>
      queryClient.invalidateQueries({ queryKey: registerQuery(sessionId).queryKey }),
    ),
  );
}

function sendWaiting(): Promise<void> {
  sending ??= exclusively(sendAll).finally(() => (sending = undefined));
  return sending;
}

/** One tab at a time. */
function exclusively(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request('jssu.marks', work) : work();
}

async function sendAll(): Promise<void> {
  for (;;) {
    const session = currentSession();
    if (session.kind !== 'signed-in' || !onlineManager.isOnline()) return;
    const mine = marks.filter((mark) => mark.accountId === session.me.accountId && isSendable(mark));
    if (mine.length === 0) return;
    const batch = mine.filter(({ sessionId }) => sessionId === mine[0].sessionId);
    try {
      await sendBatch(batch);
    } catch (error) {
      // Without a line it goes on when there is one; what fails in the server may pass.
      if (!(error instanceof Unreachable)) setTimeout(() => void sendWaiting(), RETRY_MS);
      return;
    }
  }
}

async function sendBatch(batch: readonly WaitingMark[]): Promise<void> {
  const [{ sessionId }] = batch;
  const { queryKey } = registerQuery(sessionId);
  const device = thisDevice();
  const body = {
    marks: batch.map(({ enrolmentId, status, minutes, note, markedAt, seen }) => ({
      ...{ enrolmentId, status, minutes, note, markedAt, seen, device },
    })),
  };
  try {
    const path = { id: sessionId };
    const { version } = await api('put', '/api/v1/sessions/{id}/register/marks', { path, body });
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData<Register>(queryKey, (now) => now && { ...withMarks(now, body.marks), version });
    await remove(batch);
  } catch (error) {
    if (!(error instanceof Refused) || error.problem.status >= 500 || error.problem.status === BUSY) throw error;
    await setAside(batch, error.problem);
    await queryClient.invalidateQueries({ queryKey });
  }
}

type MarksProblem = Omit<Problem, 'problems'> & {
  /** With `delivery.marks-conflict`. */
  readonly conflicts?: readonly { readonly enrolmentId: string; readonly standing: StandingMark | null }[];
  /** With `delivery.bad-marks`. */
  readonly problems?: readonly { readonly enrolmentId: string }[];
};

/** What was refused waits for its marker; the others of the same batch are sent again. */
async function setAside(batch: readonly WaitingMark[], refusal: Problem): Promise<void> {
  const problem: MarksProblem = refusal as Omit<Problem, 'problems'>;
  const conflicts = new Map(problem.conflicts?.map(({ enrolmentId, standing }) => [enrolmentId, standing]));
  const bad = problem.problems && new Set(problem.problems.map(({ enrolmentId }) => enrolmentId));
  const changed = batch
    // What was set anew meanwhile is asked again.
    .filter((mark) => marks.includes(mark))
    .flatMap((mark): WaitingMark[] => {
      const standing = conflicts.get(mark.enrolmentId);
      if (standing !== undefined) return [{ ...mark, conflict: standing }];
      const refused = conflicts.size === 0 && (!bad || bad.has(mark.enrolmentId));
      return refused ? [{ ...mark, refusal }] : [];
    });
  await write(changed);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The marks of whoever is signed in that wait, of one session or of all. */
export function useWaitingMarks(sessionId?: string): readonly WaitingMark[] {
  const all = useSyncExternalStore(subscribe, () => marks);
  return useMemo(() => {
    const session = currentSession();
    const accountId = session.kind === 'signed-in' ? session.me.accountId : undefined;
    return all.filter(
      (mark) => mark.accountId === accountId && (sessionId === undefined || mark.sessionId === sessionId),
    );
  }, [all, sessionId]);
}

/** Whether marks survive a closed browser here. */
export function isDurable(): boolean {
  return durable;
}

import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { noteKeeping } from '../api/device';
import type { Me } from '../api/session';
import type { KeptRegister, WaitingMark } from './kept';

interface Device extends DBSchema {
  /** Who was signed in last, for a start without a line. */
  account: { key: 'me'; value: Me };
  /** Registers as they were read, for marking without a line. */
  registers: { key: string; value: KeptRegister };
  /** Marks that the API has not answered yet; one a person and session. */
  marks: { key: [sessionId: string, enrolmentId: string]; value: WaitingMark };
}

let opened: Promise<IDBPDatabase<Device>> | undefined;

/** What this device keeps. @throws where the browser keeps nothing, as some do in private windows */
export function deviceDatabase(): Promise<IDBPDatabase<Device>> {
  opened ??= openDB<Device>('jssu', 1, {
    upgrade(database) {
      database.createObjectStore('account');
      database.createObjectStore('registers');
      database.createObjectStore('marks');
    },
    terminated: () => (opened = undefined),
  });
  return opened;
}

/**
 * Takes the names off the device: who was signed in, and the registers. Marks that wait stay, so that nothing that was
 * marked is lost: they name nobody, and are sent when the same account signs in again.
 */
export async function forgetPeople(): Promise<void> {
  const database = await deviceDatabase();
  await Promise.all([database.clear('account'), database.clear('registers')]);
  noteKeeping(false);
}

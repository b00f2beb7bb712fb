import { noteKeeping } from '../api/device';
import type { Me } from '../api/session';
import { deviceDatabase, forgetPeople } from './database';

/** Keeps who is signed in, so that the next start needs no line; for those who keep registers. */
export async function keepAccount(me: Me): Promise<void> {
  const database = await deviceDatabase();
  const before = await database.get('account', 'me');
  if (before && before.accountId !== me.accountId) await forgetPeople();
  noteKeeping(true);
  await database.put('account', me, 'me');
}

/** Who was signed in on this device last, if the device keeps it. */
export async function keptAccount(): Promise<Me | undefined> {
  return deviceDatabase().then(
    (database) => database.get('account', 'me'),
    () => undefined,
  );
}

import type { Me } from '../api/session';
import { keepAccount } from './account';
import { startSending } from './waiting-marks';

let started = false;

/** For somebody who keeps registers, once a page: sends what waits, and has the browser keep the application itself. */
export async function startOffline(me: Me): Promise<void> {
  await keepAccount(me).catch(() => undefined);
  if (started) return;
  started = true;
  // Asked for once it is of use; the browser may drop what it keeps otherwise, when the device runs full.
  void navigator.storage?.persist?.();
  await Promise.all([startSending(), keepApplication()]);
}

/** The pages and scripts, so that the application opens without a line. */
async function keepApplication(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/offline.js', { scope: '/' }).catch(() => undefined);
}

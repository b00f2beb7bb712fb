import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Unreachable } from './problem';

const PROBE = '/health/live';
const FIRST_PROBE_MS = 2_000;
const LAST_PROBE_MS = 15_000;
/** What a proxy answers for a server that is not there. */
const GATEWAY = [502, 504];

let probing = false;

/**
 * `fetch`, which notices when the API cannot be reached: queries and changes then wait, and go on when it answers again.
 * @throws Unreachable
 */
export async function reach(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (!GATEWAY.includes(response.status)) return response;
  } catch (error) {
    // Given up by the page itself: no news about the line.
    if (request.signal.aborted) throw error;
  }
  lineIsLost();
  throw new Unreachable();
}

/** Everything waits from now on, until the API answers. */
export function lineIsLost(): void {
  onlineManager.setOnline(false);
  if (!probing) void probe();
}

async function probe(): Promise<void> {
  probing = true;
  for (let wait = FIRST_PROBE_MS; !onlineManager.isOnline(); wait = Math.min(wait * 1.5, LAST_PROBE_MS)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await probeNow();
  }
  probing = false;
}

export async function probeNow(): Promise<void> {
  const answer = await fetch(PROBE, { cache: 'no-store' }).catch(() => undefined);
  if (answer?.ok) onlineManager.setOnline(true);
}

/** Whether the API answers, as far as is known. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
}

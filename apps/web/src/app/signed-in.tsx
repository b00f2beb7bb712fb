import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { currentSession } from '../api/session';
import { hasRole } from './navigation';
import { router } from './router';

/** For those who keep registers: what they marked without a line is sent, and the next start needs none. */
async function keepForOffline(): Promise<void> {
  const session = currentSession();
  if (session.kind !== 'signed-in' || !hasRole(session.me, 'trainer', 'administrator')) return;
  const { startOffline } = await import('../offline/start');
  await startOffline(session.me);
}

export default function SignedIn() {
  useEffect(() => void keepForOffline(), []);
  return <RouterProvider router={router} />;
}

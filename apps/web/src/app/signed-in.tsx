import { RouterProvider } from '@tanstack/react-router';
import { use, useEffect } from 'react';
import { currentSession, type Me } from '../api/session';
import { hasRole } from './navigation';
import { routerFor } from './router';

/** For those who keep registers: what they marked without a line is sent, and the next start needs none. */
async function keepForOffline(me: Me): Promise<void> {
  if (!hasRole(me, 'trainer', 'administrator')) return;
  const { startOffline } = await import('../offline/start');
  await startOffline(me);
}

/** One for the page: another user begins with a page of his own. */
let router: ReturnType<typeof routerFor> | undefined;

export default function SignedIn() {
  const session = currentSession();
  if (session.kind !== 'signed-in') return null;
  return <Screens me={session.me} />;
}

function Screens({ me }: { readonly me: Me }) {
  router ??= routerFor(me);
  const made = use(router);
  useEffect(() => void keepForOffline(me), [me]);
  return <RouterProvider router={made} />;
}

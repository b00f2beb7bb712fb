import { DirectionProvider, localStorageColorSchemeManager, MantineProvider, useDirection } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { lineIsLost } from '../api/connection';
import { keepsPeople } from '../api/device';
import { queryClient } from '../api/query-client';
import { goOnWithout, mayResume, resumeSession, useSession } from '../api/session';
import { Unreachable } from '../api/problem';
import { currentLanguage } from '../i18n/i18n';
import { LANGUAGES } from '../i18n/languages';
import { SignInPage } from './sign-in-page';
import { Splash } from './splash';
import { theme, variables } from './theme';

/** Only for those who are signed in: whoever comes to sign in need not wait for it. */
const fetchSignedIn = () => import('./signed-in');
const SignedIn = lazy(fetchSignedIn);
const colourScheme = localStorageColorSchemeManager({ key: 'jssu.colour-scheme' });

/** The form is there by then; whoever fills it in takes longer. */
const AFTER_THE_FORM_MS = 2_000;

async function start(): Promise<void> {
  if (mayResume()) void fetchSignedIn();
  // A browser that died may have lost the note that somebody was signed in.
  else if (!navigator.onLine) await goOnFromDevice();
  try {
    await resumeSession();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    await goOnFromDevice();
    setTimeout(() => void start(), 3000);
  }
}

async function goOnFromDevice(): Promise<void> {
  const { keptAccount } = await import('../offline/account');
  const me = await keptAccount();
  if (!me) return;
  lineIsLost();
  goOnWithout(me);
}
void start();

export function App() {
  return (
    <DirectionProvider detectDirection={false} initialDirection={LANGUAGES[currentLanguage()].dir}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        colorSchemeManager={colourScheme}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={queryClient}>
          <FollowLanguage />
          <Door />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

/** The address stays as it is while one signs in: a link leads where it says. */
function Door() {
  const session = useSession();
  useEffect(() => {
    if (session.kind !== 'signed-out') return undefined;
    if (keepsPeople()) void import('../offline/database').then(({ forgetPeople }) => forgetPeople());
    const timer = setTimeout(() => void fetchSignedIn(), AFTER_THE_FORM_MS);
    return () => clearTimeout(timer);
  }, [session.kind]);
  if (session.kind === 'starting') return <Splash />;
  if (session.kind === 'signed-out') return <SignInPage />;
  return (
    <Suspense fallback={<Splash />}>
      <SignedIn />
    </Suspense>
  );
}

function FollowLanguage() {
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  const { dir } = LANGUAGES[i18n.language as keyof typeof LANGUAGES];
  useEffect(() => setDirection(dir), [dir, setDirection]);
  return null;
}

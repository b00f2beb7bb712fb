import { useSyncExternalStore } from 'react';
import { currentLanguage } from '../i18n/i18n';
import { reach } from './connection';
import { Refused, Unreachable, type Problem } from './problem';
import type { paths } from './schema';

export type Me = paths['/api/v1/me']['get']['responses'][200]['content']['application/json'];
export type Role = Me['grants'][number]['role'];
type TokenAnswer = paths['/api/v1/auth/login']['post']['responses'][200]['content']['application/json'];

export type Session =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signed-out' }
  /** `ended`: the session is over but the page still stands, with what was typed in it; signing in again goes on. */
  | { readonly kind: 'signed-in'; readonly me: Me; readonly ended: boolean };

/** Not a secret: that there was a session, so that a visitor without one is not told of a failed renewal. */
const SIGNED_IN_BEFORE = 'jssu.signed-in';
const RENEW_BEFORE_MS = 20_000;
const channel = new BroadcastChannel('jssu.session');

let session: Session = { kind: 'starting' };
/** In memory alone: a script that got in later, or the next user of the machine, finds nothing stored. */
let token: { readonly value: string; readonly until: number } | undefined;
let renewal: Promise<string> | undefined;
const listeners = new Set<() => void>();
/** Requests that wait for the user to sign in again. */
const waiting = new Set<() => void>();

export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session);
}

export function currentSession(): Session {
  return session;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

/** The page stays as it is, with what was typed in it, until the same user has signed in again. */
function end(ongoing: Session & { readonly kind: 'signed-in' }): void {
  become({ ...ongoing, ended: true });
}

/** Whether there may be a session to go on with. */
export function mayResume(): boolean {
  return localStorage.getItem(SIGNED_IN_BEFORE) !== null;
}

/** Goes on with the session of the refresh cookie, if there is one. @throws Unreachable */
export async function resumeSession(): Promise<void> {
  if (!mayResume()) return become({ kind: 'signed-out' });
  try {
    await renew();
    become({ kind: 'signed-in', me: await fetchMe(), ended: false });
  } catch (error) {
    if (!(error instanceof Unreachable)) return session.kind === 'signed-in' ? end(session) : forget();
    throw error;
  }
}

/** Without a line: goes on as the device knows its user, until the API answers. */
export function goOnWithout(me: Me): void {
  if (session.kind !== 'starting') return;
  localStorage.setItem(SIGNED_IN_BEFORE, 'yes');
  become({ kind: 'signed-in', me, ended: false });
}

/** @throws Refused with `identity.wrong-credentials`, `identity.throttled`; Unreachable */
export async function signIn(userName: string, password: string): Promise<void> {
  keep(await post<TokenAnswer>('/api/v1/auth/login', { userName, password }));
  const me = await fetchMe();
  const sameUser = session.kind === 'signed-in' && session.me.accountId === me.accountId;
  localStorage.setItem(SIGNED_IN_BEFORE, 'yes');
  // Another user must not find the first one's pages: everything starts anew.
  if (session.kind === 'signed-in' && !sameUser) return location.assign('/');
  become({ kind: 'signed-in', me, ended: false });
  for (const go of waiting) go();
  waiting.clear();
}

export async function signOut(): Promise<void> {
  // The server's side must know; without a line there is no signing out that holds.
  await reach(await authorised(new Request('/api/v1/auth/logout', { method: 'POST' })));
  channel.postMessage('signed-out');
  forget();
}

channel.onmessage = () => forget();

function forget(): void {
  token = undefined;
  localStorage.removeItem(SIGNED_IN_BEFORE);
  waiting.clear();
  become({ kind: 'signed-out' });
}

/** Sends a request as the signed-in user, with the reader's language; renews the token when needed. */
export async function send(request: Request): Promise<Response> {
  const response = await reach(await authorised(request));
  if (response.status !== 401) return response;
  token = undefined;
  return reach(await authorised(request));
}

async function authorised(request: Request): Promise<Request> {
  const copy = request.clone();
  copy.headers.set('authorization', `Bearer ${await accessToken()}`);
  copy.headers.set('accept-language', currentLanguage());
  return copy;
}

async function accessToken(): Promise<string> {
  if (token && token.until > performance.now()) return token.value;
  try {
    return await renew();
  } catch (error) {
    if (error instanceof Unreachable || session.kind !== 'signed-in') throw error;
    end(session);
    await new Promise<void>((resolve) => waiting.add(resolve));
    return accessToken();
  }
}

/** One renewal at a time, over all tabs: a refresh token works once, and one that comes twice ends the session. */
function renew(): Promise<string> {
  renewal ??= exclusively(() => post<TokenAnswer>('/api/v1/auth/refresh'))
    .then(keep)
    .finally(() => (renewal = undefined));
  return renewal;
}

function exclusively<T>(work: () => Promise<T>): Promise<T> {
  // There is no such thing over plain HTTP away from localhost.
  return navigator.locks ? navigator.locks.request('jssu.refresh', work) : work();
}

function keep({ accessToken, expiresIn }: TokenAnswer): string {
  token = { value: accessToken, until: performance.now() + expiresIn * 1000 - RENEW_BEFORE_MS };
  return accessToken;
}

async function fetchMe(): Promise<Me> {
  return answerOf<Me>(await reach(await authorised(new Request('/api/v1/me'))));
}

async function post<T>(path: string, body?: unknown): Promise<T> {
  const request = new Request(path, {
    method: 'POST',
    headers: { 'accept-language': currentLanguage(), ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
    // A page that is left meanwhile must not lose the cookie that comes with the answer.
    keepalive: true,
  });
  return answerOf<T>(await reach(request));
}

async function answerOf<T>(response: Response): Promise<T> {
  const body: unknown = await response.json();
  if (!response.ok) throw new Refused(body as Problem);
  return body as T;
}

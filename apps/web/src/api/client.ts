import createClient from 'openapi-fetch';
import { Refused, type Problem } from './problem';
import type { components, paths } from './schema';
import { send } from './session';

/** Bodies that are sent. */
export type Schemas = components['schemas'];

type Gettable = {
  [P in keyof paths]: paths[P] extends { get: { responses: { 200: { content: object } } } } ? P : never;
}[keyof paths];
/** What GET answers at an address. */
export type Answered<P extends Gettable> = paths[P]['get'] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;
/** One of the items that GET answers at the address of a list. */
export type Listed<P extends Gettable> = Answered<P> extends { items: (infer T)[] } ? T : never;

/** The typed API: `await ok(api.GET('/api/v1/people', { params: { query } }))`. */
export const api = createClient<paths>({ fetch: send });

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of an answer. @throws Refused, Unreachable */
export async function ok<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new Refused(problemOf(error, response));
  return data as T;
}

/** For what is no JSON, such as a PDF. @throws Refused, Unreachable */
export async function download(path: string): Promise<Blob> {
  const response = await send(new Request(path));
  if (!response.ok) throw new Refused(problemOf(await response.json().catch(() => undefined), response));
  return response.blob();
}

/** For a POST that may have to be sent again: the same key gives the first answer again. One key for one intention. */
export function idempotencyKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

function problemOf(body: unknown, { status, url }: Response): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  // Not the API's own words: something between, such as a proxy. Which status it was is all there is to say.
  const told = { title: '', detail: '', remedy: '', errorId: '', messageKey: '', params: {} };
  return { ...told, type: 'about:blank', status, code: `http.${status}`, instance: new URL(url).pathname };
}

/** A GET of an address that the description of the API does not have yet; its caller says what comes. @throws Refused, Unreachable */
export async function getJson<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await send(new Request(path, { signal }));
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new Refused(problemOf(body, response));
  return body as T;
}

import { Refused, type Problem } from './problem';
import type { components, paths } from './schema';
import { send } from './session';

/** Bodies that are sent. */
export type Schemas = components['schemas'];

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type AddressesOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends { responses: object } ? P : never;
}[keyof paths];
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : undefined;
type AnswerOf<Operation> = Operation extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 202)]> : never;
type ParametersOf<Operation, Place extends string> = Operation extends { parameters: { [P in Place]?: infer Given } }
  ? Given
  : undefined;
type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : undefined;

/** A field named `file` is one; the others are texts. */
type FormOf<Operation> = Operation extends { requestBody: { content: { 'multipart/form-data': infer Form } } }
  ? { readonly [Field in keyof Form]: Field extends 'file' ? File : Form[Field] }
  : never;

interface Asked<Operation> {
  /** For the `{parts}` of the address. */
  readonly path?: ParametersOf<Operation, 'path'>;
  readonly query?: ParametersOf<Operation, 'query'>;
  readonly body?: BodyOf<Operation>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** What GET answers at an address. */
export type Answered<P extends AddressesOf<'get'>> = AnswerOf<paths[P]['get']>;
/** One of the items that GET answers at the address of a list. */
export type Listed<P extends AddressesOf<'get'>> = Answered<P> extends { items: (infer T)[] } ? T : never;

/** Calls the API as it describes itself: `await api('get', '/api/v1/people', { query })`. @throws Refused, Unreachable */
export async function api<M extends Method, P extends AddressesOf<M>>(
  method: M,
  address: P,
  { path, query, body, headers, signal }: Asked<paths[P][M]> = {},
): Promise<AnswerOf<paths[P][M]>> {
  const parts = (path ?? {}) as Readonly<Record<string, string>>;
  const url = String(address).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name]));
  const request = new Request(url + searchOf(query ?? {}), {
    method: method.toUpperCase(),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  });
  return answerOf(await send(request));
}

function searchOf(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `?${search}` : '';
}

async function answerOf<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new Refused(problemOf(body, response));
  return body as T;
}

/** For what is no JSON, such as a PDF. @throws Refused, Unreachable */
export async function download(path: string): Promise<Blob> {
  const response = await send(new Request(path));
  if (!response.ok) throw new Refused(problemOf(await response.json().catch(() => undefined), response));
  return response.blob();
}

/** Sends a form with a file in it. @throws Refused, Unreachable */
export async function upload<P extends AddressesOf<'post'>>(
  address: P,
  fields: FormOf<paths[P]['post']>,
): Promise<AnswerOf<paths[P]['post']>> {
  const body = new FormData();
  for (const [name, value] of Object.entries<string | File | undefined>(fields))
    if (value !== undefined) body.set(name, value);
  return answerOf(await send(new Request(String(address), { method: 'POST', body })));
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

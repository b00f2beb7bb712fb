import type { components } from './schema';

type Text = components['schemas']['LocalizedTextDto'];

export type Problem = components['schemas']['Problem'] & {
  /** For `platform.invalid-input`: what is wrong with which field. */
  readonly fields?: readonly { readonly field: string; readonly problems: readonly string[] }[];
  /** What is wrong with a plan, each by itself, in the three languages. */
  readonly problems?: readonly { readonly message: Text; readonly remedy?: Text }[];
  /** For `scheduling.clash` and `scheduling.equipment-short`: what is taken or short, one sentence for each. */
  readonly clashes?: readonly { readonly message: Text }[];
  readonly shortages?: readonly { readonly message: Text }[];
  /** The nearest time at which all is free; null when there is none. */
  readonly nearestFree?: { readonly start: string; readonly end: string } | null;
};

/** The API refused: a problem document (RFC 9457), told in the reader's language. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.title}`);
  }
}

/** The API could not be reached: the line, the server, or what stands between. */
export class Unreachable extends Error {
  constructor() {
    super('the API cannot be reached');
  }
}

export function isRefused(error: unknown, ...codes: readonly string[]): error is Refused {
  return error instanceof Refused && (codes.length === 0 || codes.includes(error.problem.code));
}

/** True when the API does not have the address at all: an older server, or a part that is not there yet. */
export function isAbsent(error: unknown): boolean {
  return isRefused(error) && error.problem.status === 404;
}

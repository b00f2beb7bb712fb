import type { components } from './schema';

export type Problem = components['schemas']['Problem'] & {
  /** For `platform.invalid-input`: what is wrong with which field. */
  readonly fields?: readonly { readonly field: string; readonly problems: readonly string[] }[];
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

import { formatMessage, inLocale, type Locale, type LocalizedText } from './localized-text.js';

export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>;

/** What a refusal says. `title` is the short reason, `detail` the case in hand, `remedy` what to do about it. */
export interface ErrorDefinition {
  /** HTTP status, 400 to 503. */
  readonly status: number;
  readonly title: LocalizedText;
  readonly detail?: LocalizedText;
  readonly remedy: LocalizedText;
}

/** A refusal with a machine code, a reason and a remedy in three languages (design §4, rule 7). */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly definition: ErrorDefinition,
    readonly params: ErrorParams = {},
    /** Machine-readable members added to the problem document, such as `clashes` or `fields`. */
    readonly extra: Readonly<Record<string, unknown>> = {},
    /** What else was refused of the same request. */
    readonly others: readonly AppError[] = [],
  ) {
    super(`${code}: ${formatMessage((definition.detail ?? definition.title).en, params)}`);
    this.name = 'AppError';
  }

  describe(locale: Locale): { title: string; detail: string; remedy: string } {
    const say = (text: LocalizedText) => formatMessage(inLocale(text, locale), this.params);
    return {
      title: say(this.definition.title),
      detail: say(this.definition.detail ?? this.definition.title),
      remedy: say(this.definition.remedy),
    };
  }

  /** As it stands inside an answer: with its code and the members of its own that the code brings. */
  inAnswer(locale: Locale) {
    return { code: this.code, ...this.describe(locale), params: this.params, ...this.extra };
  }
}

/** What the rules say to a request: what is to be kept, or every reason why not. */
export type Verdict<T> =
  { readonly ok: true; readonly draft: T } | { readonly ok: false; readonly refusals: readonly AppError[] };

/** @throws what the verdict refuses, {@link together} */
export function accepted<T>(verdict: Verdict<T>): T {
  if (verdict.ok) return verdict.draft;
  throw together(verdict.refusals);
}

/** @returns the first of one or more refusals with the others beside it, so that all can be mended at once */
export function together([first, ...others]: readonly AppError[]): AppError {
  if (others.length === 0) return first;
  return new AppError(first.code, first.definition, first.params, first.extra, others);
}

/** Throws all that is refused {@link together}; does nothing when nothing is. */
export function refuseAll(refusals: readonly (AppError | false | null | undefined)[]): void {
  const refused = refusals.filter((refusal) => refusal instanceof AppError);
  if (refused.length > 0) throw together(refused);
}

export interface ErrorFactory {
  (params?: ErrorParams, extra?: Readonly<Record<string, unknown>>): AppError;
  readonly code: string;
}

const catalogue = new Map<string, ErrorDefinition>();

/** Declares the refusals of one module; the full code is `module.key`. Declaring a code twice throws. */
export function defineErrors<K extends string>(
  module: string,
  definitions: Readonly<Record<K, ErrorDefinition>>,
): Readonly<Record<K, ErrorFactory>> {
  const factories = {} as Record<K, ErrorFactory>;
  for (const key of Object.keys(definitions) as K[]) {
    const code = `${module}.${key}`;
    if (catalogue.has(code)) throw new Error(`error code ${code} is declared twice`);
    catalogue.set(code, definitions[key]);
    factories[key] = Object.assign(
      (params?: ErrorParams, extra?: Readonly<Record<string, unknown>>) =>
        new AppError(code, definitions[key], params, extra),
      { code },
    );
  }
  return factories;
}

/** Every declared refusal by code, for the documentation and its test. */
export function errorCatalogue(): ReadonlyMap<string, ErrorDefinition> {
  return catalogue;
}

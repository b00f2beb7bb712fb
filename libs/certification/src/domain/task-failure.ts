import {
  AppError,
  errorCatalogue,
  formatMessage,
  inLocale,
  type ErrorParams,
  type Locale,
  type LocalizedText,
} from '@jssu/kernel';

/** A refusal or fault as a task keeps it: told later in whatever language the reader has. */
export interface TaskFailure {
  readonly code: string;
  readonly params: ErrorParams;
  /** Machine-readable members of the refusal, such as `missing`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** What else stood in the way, so that all can be mended at once. */
  readonly also?: readonly TaskFailure[];
}

export interface ToldFailure extends Omit<TaskFailure, 'also'> {
  readonly also?: readonly ToldFailure[];
  readonly title: string;
  readonly detail: string;
  readonly remedy: string;
}

export function failureOf([first, ...others]: readonly [AppError, ...AppError[]]): TaskFailure {
  const { code, params, extra } = first;
  return {
    code,
    params,
    ...(Object.keys(extra).length > 0 && { extra }),
    ...(others.length > 0 && { also: others.map((other) => failureOf([other])) }),
  };
}

/** A code that is no longer declared is told by itself. */
export function tellFailure(failure: TaskFailure, locale: Locale): ToldFailure {
  const { also, ...itself } = failure;
  const definition = errorCatalogue().get(failure.code);
  const say = (text: LocalizedText) => formatMessage(inLocale(text, locale), failure.params);
  return {
    ...itself,
    title: definition ? say(definition.title) : failure.code,
    detail: definition ? say(definition.detail ?? definition.title) : failure.code,
    remedy: definition ? say(definition.remedy) : '',
    ...(also && { also: also.map((other) => tellFailure(other, locale)) }),
  };
}

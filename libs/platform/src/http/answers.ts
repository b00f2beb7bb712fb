import { SetMetadata, type Type } from '@nestjs/common';
import type { ErrorFactory } from '@jssu/kernel';

export const ANSWERS = 'jssu:answers';
export const REFUSES = 'jssu:refuses';

/** What a route answers when it succeeds, as the OpenAPI document tells it. The status is the handler's own. */
export type AnswerForm =
  | { readonly kind: 'one' | 'list' | 'page'; readonly dto: Type; readonly etag?: boolean }
  | {
      readonly kind: 'file';
      readonly mediaType: string;
      readonly about: string;
      readonly example?: string;
      readonly alsoRefusals?: Readonly<Record<number, string>>;
    }
  | { readonly kind: 'nothing' };

/** One thing. `etag: true` when the answer carries the version for `If-Match`. */
export function Answers(dto: Type, options: { readonly etag?: boolean } = {}): MethodDecorator {
  return SetMetadata(ANSWERS, { kind: 'one', dto, ...options } satisfies AnswerForm);
}

/** `{ items }`, all of them at once. */
export function AnswersList(dto: Type): MethodDecorator {
  return SetMetadata(ANSWERS, { kind: 'list', dto } satisfies AnswerForm);
}

/** `{ items, nextCursor }`, as `keysetPage` makes it. */
export function AnswersPage(dto: Type): MethodDecorator {
  return SetMetadata(ANSWERS, { kind: 'page', dto } satisfies AnswerForm);
}

/**
 * Something that is not JSON: a table to download, a certificate, figures as text.
 * @param alsoRefusals statuses that are told in the same form, each with what it says: a page for people has no problem documents
 */
export function AnswersFile(
  mediaType: string,
  about: string,
  example?: string,
  alsoRefusals?: Readonly<Record<number, string>>,
): MethodDecorator {
  return SetMetadata(ANSWERS, { kind: 'file', mediaType, about, example, alsoRefusals } satisfies AnswerForm);
}

/** 204: done, and nothing to say. */
export function AnswersNothing(): MethodDecorator {
  return SetMetadata(ANSWERS, { kind: 'nothing' } satisfies AnswerForm);
}

/** The refusals by rule that the route may meet, beside those that every route has. Without it a write names all of its module. */
export function Refuses(...errors: readonly ErrorFactory[]): MethodDecorator {
  return SetMetadata(
    REFUSES,
    errors.map((error) => error.code),
  );
}

import { AppError } from '@jssu/kernel';

/** Throws the first refusal with the others listed under `alsoRefused`, so that all can be mended at once. */
export function refuseAll(refusals: readonly (AppError | false | null | undefined)[]): void {
  const [first, ...others] = refusals.filter((refusal) => refusal instanceof AppError);
  if (!first) return;
  if (others.length === 0) throw first;
  const alsoRefused = others.map(({ code, params, extra }) => ({ code, params, ...extra }));
  throw new AppError(first.code, first.definition, first.params, { ...first.extra, alsoRefused });
}

import { useCallback, useState } from 'react';
import type { Draft, Drafts } from './cells';
import type { Outcome } from './send-scores';

interface Typed {
  readonly enrolmentId: string;
  readonly column: string;
  readonly text: string;
}

/** What was typed and is not on record: in the open page alone, until it is sent or taken back. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<Drafts>(new Map());

  /** @param text undefined: the cell says again what is on record */
  const type = useCallback(
    (enrolmentId: string, column: string, text: string | undefined) =>
      setDrafts((now) => withDraft(now, enrolmentId, column, text === undefined ? undefined : { text })),
    [],
  );

  const typeMany = useCallback(
    (given: readonly Typed[]) =>
      setDrafts((now) =>
        given.reduce((all, { enrolmentId, column, text }) => withDraft(all, enrolmentId, column, { text }), now),
      ),
    [],
  );

  /** Back to what stood in these cells before, where nothing else was typed and nothing was sent since. */
  const takeBack = useCallback(
    (given: readonly Typed[], before: Drafts) =>
      setDrafts((now) =>
        given.reduce((all, { enrolmentId, column, text }) => {
          if (all.get(enrolmentId)?.[column]?.text !== text) return all;
          return withDraft(all, enrolmentId, column, before.get(enrolmentId)?.[column]);
        }, now),
      ),
    [],
  );

  /** Drops what is on record now and notes what was refused; what was typed over meanwhile stays as it is. */
  const settle = useCallback(
    (outcomes: readonly Outcome[]) =>
      setDrafts((now) =>
        outcomes.reduce((all, { sent: { person, column, text }, resultId, refusals }) => {
          if (all.get(person.enrolmentId)?.[column.key]?.text !== text) return all;
          return withDraft(all, person.enrolmentId, column.key, resultId ? undefined : { text, refusals });
        }, now),
      ),
    [],
  );

  return { drafts, type, typeMany, takeBack, settle };
}

function withDraft(drafts: Drafts, enrolmentId: string, column: string, draft: Draft | undefined): Drafts {
  const { [column]: _former, ...others } = drafts.get(enrolmentId) ?? {};
  const row = draft ? { ...others, [column]: draft } : others;
  const next = new Map(drafts);
  if (Object.keys(row).length > 0) next.set(enrolmentId, row);
  else next.delete(enrolmentId);
  return next;
}

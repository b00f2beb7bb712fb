import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { idempotencyKey } from '../../api/client';
import type { Drafts, Sendable } from './cells';
import { gridQuery, type ResultGrid } from './queries';
import { sendScores, withScores, type Outcome, type Sending } from './send-scores';

/** Sends drafts, one batch after the other; without a line they wait, and what is typed meanwhile is not touched. */
export function useSending(offeringId: string, personId: string | null, onAnswer: (outcomes: Outcome[]) => void) {
  const client = useQueryClient();
  const mutationKey = ['results', offeringId, 'send'];
  const { mutate, error, isError } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join() },
    mutationFn: (scores: readonly Sending[]) => sendScores(offeringId, scores),
    onSuccess: async (outcomes) => {
      const { queryKey } = gridQuery(offeringId);
      await client.cancelQueries({ queryKey });
      client.setQueryData<ResultGrid>(queryKey, (now) => now && withScores(now, outcomes, personId ?? ''));
      onAnswer(outcomes);
      // What is worked out of them changes as well.
      void client.invalidateQueries({ queryKey: ['results', offeringId] });
    },
  });
  const batches = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => state.variables as readonly Sending[],
  });
  const underWay = useMemo(() => draftsOf(batches.flat()), [batches]);
  const send = (scores: readonly Sendable[], takenOn: string, reason: string) =>
    mutate(scores.map((one) => ({ ...one, takenOn, reason, key: idempotencyKey() })));
  return { send, underWay, error: isError ? error : null };
}

function draftsOf(scores: readonly Sending[]): Drafts {
  const drafts = new Map<string, Record<string, { text: string }>>();
  for (const { person, column, text } of scores)
    drafts.set(person.enrolmentId, { ...drafts.get(person.enrolmentId), [column.key]: { text } });
  return drafts;
}

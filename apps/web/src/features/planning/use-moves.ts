import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CourseSession } from '../../api/offerings';
import { toast } from '../../ui/toast-store';
import { changeSession, type SessionChange } from './queries';

export interface Move {
  readonly session: CourseSession;
  readonly change: SessionChange;
  /** As the session will look until the API has answered. */
  readonly shown: CourseSession;
  /** True for a way back: it has no way back itself. */
  readonly back?: true;
}

const MUTATION_KEY = ['sessions', 'move'];

/** Moves of sessions: shown at once, taken back when they are refused, undone on request. */
export function useMoves() {
  const { t } = useTranslation('planning');
  const cache = useQueryClient();
  const moving = useMutation({
    mutationKey: MUTATION_KEY,
    mutationFn: ({ session, change }: Move) => changeSession(session.id, session.version, change),
    onSuccess: ({ version }, { session, shown, back }) => {
      const now = { ...shown, version };
      cache.setQueriesData<CourseSession[]>({ queryKey: ['sessions', 'between'] }, (sessions) =>
        sessions?.map((one) => (one.id === session.id ? now : one)),
      );
      const undo = () => moving.mutate({ session: now, change: wholeOf(session), shown: session, back: true });
      if (back) toast({ message: t('undone') });
      else toast({ message: t('moved'), undo });
    },
    // A way back has no place of its own to say why.
    onError: (_error, { back }) => {
      if (back) toast({ message: t('undoFailed'), failed: true });
    },
    onSettled: () => refreshPlans(cache),
  });
  const pending = useMutationState({
    filters: { mutationKey: MUTATION_KEY, status: 'pending' },
    select: ({ state }) => (state.variables as Move).shown,
  });
  return { moving, pending };
}

/** Everything that shows sessions or when something is taken. */
export function refreshPlans(cache: ReturnType<typeof useQueryClient>): Promise<unknown> {
  return Promise.all(
    [['sessions'], ['bookings'], ['offerings']].map((queryKey) => cache.invalidateQueries({ queryKey })),
  );
}

/** What puts a session back as it is. */
export function wholeOf({ start, end, venue, instructors, equipment }: CourseSession): SessionChange {
  return {
    start,
    end,
    venueId: venue?.id ?? null,
    instructors: instructors.map(({ personId, role }) => ({ personId, role })),
    equipment: equipment.map(({ id, quantity }) => ({ equipmentId: id, quantity })),
  };
}

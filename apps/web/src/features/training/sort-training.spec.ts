import { describe, expect, it } from '@jest/globals';
import { sortTraining } from './sort-training';
import type { Training } from './queries';

const training = (enrolmentId: string, state: Training['state'], startsOn: string, next?: string): Training => ({
  enrolmentId,
  state,
  incompleteReason: null,
  waitlistRank: null,
  assessments: [],
  offering: {
    id: enrolmentId,
    code: enrolmentId,
    state: 'published',
    language: 'ur',
    zone: 'Asia/Karachi',
    startsOn,
    endsOn: startsOn,
    course: { code: 'C', title: { en: '', ur: '', zh: '' } },
  },
  progress: null,
  outlook: null,
  nextSession: next ? { id: next, blockCode: 'B', start: next, end: next, venue: null } : null,
  result: null,
});

describe('the training of a person, sorted for his first screen', () => {
  it('puts what has a seat first by its start, and finds the session that comes first', () => {
    const sorted = sortTraining([
      training('later', 'reserved', '2026-12-20', '2026-12-20T04:00:00Z'),
      training('past', 'completed', '2026-01-01'),
      training('waiting', 'waitlisted', '2026-12-02'),
      // Began earlier, but its next session is later: another offset must not mislead.
      training('running', 'attending', '2026-11-01', '2026-12-20T08:30:00+05:00'),
    ]);
    expect(sorted.current.map(({ enrolmentId }) => enrolmentId)).toEqual(['running', 'later']);
    expect(sorted.waiting.map(({ enrolmentId }) => enrolmentId)).toEqual(['waiting']);
    expect(sorted.past.map(({ enrolmentId }) => enrolmentId)).toEqual(['past']);
    expect(sorted.next?.enrolmentId).toBe('running');
  });

  it('has nothing next where nothing is planned', () => {
    expect(sortTraining([training('a', 'confirmed', '2026-12-01')]).next).toBeUndefined();
  });
});

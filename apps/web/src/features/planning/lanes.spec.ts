import { describe, expect, it } from '@jest/globals';
import type { CourseSession } from '../../api/offerings';
import { axisOf } from './calendar-view';
import { seenClashes } from './clashes';
import { dropAt } from './drop-point';
import { changeOf, wishOf } from './lanes';
import { dayAndTime, instantAt, wallClock } from './zone-time';

const name = (en: string) => ({ en, ur: en, zh: en });
const session = (id: string, from: string, to: string, more: Partial<CourseSession> = {}): CourseSession => ({
  ...{ id, number: 1, offeringId: id, offeringCode: id, offeringState: 'planned', blockCode: 'A', version: 1 },
  ...{ start: `2031-03-03T${from}:00+05:00`, end: `2031-03-03T${to}:00+05:00`, zone: 'Asia/Karachi' },
  ...{ state: 'scheduled', stateReason: null, booked: true, equipment: [], trainees: 0 },
  instructors: [{ personId: 'anwar', name: name('Anwar'), role: 'lead' }],
  venue: { id: 'HALL', code: 'HALL', name: name('Hall') },
  ...more,
});
const moved = { start: '2031-03-03T10:00:00+05:00', end: '2031-03-03T12:00:00+05:00' };

describe('a session taken to another lane', () => {
  const one = session('one', '09:00', '11:00');

  it('changes the venue or the one instructor, keeps his role, and stays with its offering', () => {
    const move = { session: one, from: 'HALL', to: 'YARD', ...moved };
    expect(changeOf('venue', move)).toEqual({ ...moved, venueId: 'YARD' });
    expect(changeOf('venue', { ...move, to: 'none' })).toEqual({ ...moved, venueId: null });
    expect(changeOf('venue', { ...move, to: 'HALL' })).toEqual(moved);
    const taught = { ...move, from: 'anwar', to: 'bilal' };
    expect(changeOf('instructor', taught)?.instructors).toEqual([{ personId: 'bilal', role: 'lead' }]);
    const two = {
      ...one,
      instructors: [...one.instructors, { personId: 'bilal', name: name('B'), role: 'safety' as const }],
    };
    expect(changeOf('instructor', { ...taught, session: two })).toBeUndefined();
    expect(changeOf('offering', { ...move, from: 'one', to: 'other' })).toBeUndefined();
  });

  it('clashes with what is seen at that time, back to back not, nor with itself, nor with what was called off', () => {
    const others = [
      one,
      session('venue', '11:00', '13:00', { instructors: [] }),
      session('person', '08:00', '10:15', { venue: null }),
      session('after', '12:00', '13:00'),
      session('off', '10:00', '12:00', { state: 'cancelled' }),
      session('unbooked', '10:00', '12:00', { booked: false }),
      session('same', '10:00', '12:00', { offeringId: 'one', venue: null, instructors: [] }),
    ];
    const unseen = [{ resourceId: 'anwar', start: '2031-03-03T06:30:00Z', end: '2031-03-03T08:00:00Z' }];
    const found = seenClashes(wishOf(one, moved), others, unseen);
    expect(found.map(({ kind, session: other }) => [kind, other?.id])).toEqual([
      ...[
        ['venue', 'venue'],
        ['instructor', 'person'],
        ['offering', 'same'],
      ],
      ['instructor', undefined],
    ]);
  });
});

describe('the time axis', () => {
  const days = ['2031-03-03', '2031-03-04'];

  it('finds the time under the pointer as the schedule does when it drops', () => {
    const axis = { days, fromHour: 6, toHour: 20, stepMinutes: 30 };
    expect(dropAt(axis, 0)).toEqual({ day: days[0], time: '06:00' });
    expect(dropAt(axis, 0.25)).toEqual({ day: days[0], time: '13:00' });
    expect(dropAt(axis, 0.5 + 3.3 / 28)).toEqual({ day: days[1], time: '09:30' });
    expect(dropAt(axis, 1)).toEqual({ day: days[1], time: '19:30' });
    expect(dropAt({ ...axis, stepMinutes: 0 }, 0.7)).toEqual({ day: days[1] });
  });

  it('is wide enough for every session, and reads clocks by the zone', () => {
    expect(axisOf('week', '2031-03-05', [])).toMatchObject({ fromHour: 6, toHour: 20 });
    expect(axisOf('day', days[0], [session('early', '05:30', '21:15')])).toMatchObject({ fromHour: 4, toHour: 22 });
    expect(axisOf('week', '2031-03-09', []).days).toEqual(
      ['03', '04', '05', '06', '07', '08', '09'].map((day) => `2031-03-${day}`),
    );
    expect(wallClock('2031-03-03T20:00:00Z', 'Asia/Karachi')).toBe('2031-03-04 01:00:00');
    expect(dayAndTime(instantAt('2031-03-04', '07:30', 'Asia/Shanghai'), 'Asia/Karachi')).toEqual([
      '2031-03-04',
      '04:30',
    ]);
  });
});

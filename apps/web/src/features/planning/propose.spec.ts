import { describe, expect, it } from '@jest/globals';
import { propose, type ProposalFacts } from './propose';
import type { Authorisation, Block, Role, Venue } from './queries';
import { instantAt } from './zone-time';

const text = { en: '', ur: '', zh: '' };
const venue = (id: string, kind: string, capacity: number, siteId = 'site'): Venue => ({
  ...{ id, code: id, name: text, kind, capacity, siteId, zone: 'Asia/Karachi', version: 1 },
});
const may = (personId: string, role: Role, validUntil: string | null = null): Authorisation => ({
  ...{ id: `${personId} ${role}`, personId, role, validFrom: '2030-01-01', validUntil },
  ...{ courseId: 'c', courseCode: 'C', nameEn: personId, nameUr: null, nameZh: null },
});
const block = (code: string, minutes: number, more: Partial<Block> = {}): Block => ({
  ...{ code, minutes, kind: 'theory', title: text },
  ...more,
});
const taken = (day: string, from: string, to: string, resourceId?: string) => ({
  ...{ start: instantAt(day, from, 'Asia/Karachi'), end: instantAt(day, to, 'Asia/Karachi'), resourceId },
});

/** A Monday to the Monday after. */
const WEEK = { startsOn: '2031-03-03', endsOn: '2031-03-10' };

function proposalFor(wanted: readonly Block[], more: Partial<ProposalFacts> = {}) {
  return propose({
    ...{ ...WEEK, seatsMax: 20, zone: 'Asia/Karachi', taken: [], equipment: [] },
    ...{ venues: [venue('BIG', 'classroom', 40), venue('ROOM', 'classroom', 25), venue('SMALL', 'classroom', 10)] },
    authorisations: [may('anwar', 'lead'), may('bilal', 'lead'), may('chen', 'assistant'), may('dawood', 'safety')],
    wanted: wanted.map((one) => ({ block: one, minutes: one.minutes })),
    ...more,
  });
}
const told = ({ sessions }: ReturnType<typeof propose>) =>
  sessions.map(({ blockCode, day, from, to }) => `${blockCode} ${day.slice(8)} ${from}-${to}`);

describe('the proposal of sessions', () => {
  it('lays the blocks out in order, in working hours, with the midday prayer of Friday and the days of rest left out', () => {
    const { sessions, left } = proposalFor([block('A', 5 * 60), block('B', 32 * 60)]);
    expect(told({ sessions, left })).toEqual([
      ...['A 03 08:00-12:00', 'A 03 13:00-14:00', 'B 03 14:00-17:00'],
      ...['B 04 08:00-12:00', 'B 04 13:00-17:00', 'B 05 08:00-12:00', 'B 05 13:00-17:00'],
      ...['B 06 08:00-12:00', 'B 06 13:00-17:00', 'B 07 08:00-12:00', 'B 07 14:30-15:30'],
    ]);
    expect(left).toEqual([]);
    // Fridays are like other days in China.
    const inChina = proposalFor([block('A', 8 * 60)], { startsOn: '2031-03-07', zone: 'Asia/Shanghai' });
    expect(told(inChina)).toEqual(['A 07 08:00-12:00', 'A 07 13:00-17:00']);
  });

  it('chooses the smallest venue that holds everybody and fits the kind, and says what does not fit into the days', () => {
    const wanted = [block('A', 240, { venueKind: 'classroom' }), block('B', 600, { venueKind: 'yard' })];
    const { sessions, left } = proposalFor(wanted, { endsOn: '2031-03-03' });
    expect(sessions.map(({ venueId }) => venueId)).toEqual(['ROOM', null]);
    expect(left).toEqual([{ blockCode: 'B', minutes: 360 }]);
  });

  it('waits while something is taken that is needed, and takes another that is free before it waits', () => {
    const needs = { venueKind: 'classroom' };
    const other = proposalFor([block('A', 120, needs)], { taken: [taken('2031-03-03', '08:00', '10:00', 'ROOM')] });
    expect(other.sessions).toMatchObject([{ from: '08:00', venueId: 'BIG' }]);
    const late = proposalFor([block('A', 120, needs)], {
      taken: [
        taken('2031-03-03', '08:00', '09:40', 'ROOM'),
        taken('2031-03-03', '07:00', '11:00', 'BIG'),
        taken('2031-03-03', '07:00', '08:00', 'anwar'),
      ],
    });
    expect(late.sessions).toMatchObject([{ from: '09:45', to: '11:45', venueId: 'ROOM' }]);
    const own = proposalFor([block('A', 120)], { taken: [taken('2031-03-03', '08:00', '09:00')] });
    expect(own.sessions).toMatchObject([{ from: '09:00', to: '11:00' }]);
  });

  it('fills the roles and the ratio with people who may teach on that day, each once, the same as before where it can', () => {
    const practical = block('A', 480, {
      traineesPerInstructor: 8,
      roles: [
        { role: 'lead', count: 1 },
        { role: 'safety', count: 1 },
      ],
    });
    const { sessions } = proposalFor([practical], { taken: [taken('2031-03-03', '13:00', '17:00', 'anwar')] });
    expect(sessions[0].instructors).toEqual([
      { personId: 'anwar', role: 'lead' },
      { personId: 'dawood', role: 'safety' },
      { personId: 'chen', role: 'assistant' },
      { personId: 'bilal', role: 'lead' },
    ]);
    // Three are needed, and one of those who qualify is taken: not in that afternoon.
    expect(told({ sessions, left: [] })).toEqual(['A 03 08:00-12:00', 'A 04 08:00-12:00']);
    const gone = proposalFor([block('A', 60)], { authorisations: [may('anwar', 'lead', '2031-03-02')] });
    expect(gone.sessions).toMatchObject([{ from: '08:00', instructors: [] }]);
  });

  it('takes pieces of equipment from several where one has not enough', () => {
    const item = (id: string, quantity: number) => ({
      ...{ id, code: id, name: text, kind: 'radio', siteId: null, exclusive: false, quantity, version: 1 },
    });
    const wanted = block('A', 60, { equipment: [{ kind: 'radio', quantity: 9 }] });
    const { sessions } = proposalFor([wanted], { equipment: [item('one', 6), item('two', 6)] });
    expect(sessions[0].equipment).toEqual([
      { equipmentId: 'one', quantity: 6 },
      { equipmentId: 'two', quantity: 3 },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { difference } from './difference';

describe('the difference that an audit entry tells of', () => {
  it('is what differs, and apart from it what was only told', () => {
    const before = { rank: 'Constable', status: 'active' };
    const after = { rank: 'Head Constable', status: 'active', importBatch: 'b1' };
    expect(difference(before, after)).toEqual([
      { path: 'rank', before: 'Constable', after: 'Head Constable', kind: 'changed' },
      { path: 'status', before: 'active', after: 'active', kind: 'stated' },
      { path: 'importBatch', before: undefined, after: 'b1', kind: 'stated' },
    ]);
  });

  it('goes into members, but takes lists and texts in several languages as a whole', () => {
    const title = { en: 'Guard', ur: 'گارڈ', zh: '警卫' };
    const changes = difference(null, { rules: { validity: { years: 1 }, authorities: ['pk'] }, title });
    expect(changes.map(({ path, after, kind }) => [path, after, kind])).toEqual([
      ['rules.validity.years', 1, 'set'],
      ['rules.authorities', ['pk'], 'set'],
      ['title', title, 'set'],
    ]);
  });

  it('of something new leaves out what stayed empty', () => {
    const changes = difference(null, { nameEn: 'Zainab Mirza', nameUr: null, rank: '' });
    expect(changes.map(({ path, kind }) => [path, kind])).toEqual([
      ['nameEn', 'set'],
      ['nameUr', 'stated'],
      ['rank', 'stated'],
    ]);
  });

  it('of what was taken away is what stood there', () => {
    expect(difference({ role: 'trainer' }, null)).toEqual([
      { path: 'role', before: 'trainer', after: undefined, kind: 'removed' },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { placeAfter } from './grid-keys';

const sheet = { rows: 30, columns: 3, editing: false, rtl: false };
const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey', true>> = {}, more = {}) => {
  const keys = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held };
  const next = placeAfter(keys, { row: 5, column: 1 }, { ...sheet, ...more });
  return next && [next.row, next.column];
};

describe('the keys of the sheet', () => {
  it.each([
    ['Enter', {}, [6, 1]],
    ['Enter', { shiftKey: true }, [4, 1]],
    ['ArrowDown', {}, [6, 1]],
    ['ArrowUp', { ctrlKey: true }, [0, 1]],
    ['ArrowRight', {}, [5, 2]],
    ['ArrowLeft', {}, [5, 0]],
    ['PageDown', {}, [15, 1]],
    ['PageUp', {}, [0, 1]],
    ['Home', {}, [5, 0]],
    ['End', { ctrlKey: true }, [29, 2]],
  ] as const)('lead with %s (%j) to %j', (key, held, place) => expect(press(key, held)).toEqual(place));

  it('follow the eye where the columns run from right to left', () => {
    expect([press('ArrowLeft', {}, { rtl: true }), press('ArrowRight', {}, { rtl: true })]).toEqual([
      [5, 2],
      [5, 0],
    ]);
  });

  it('move within the text while it is edited, and mark it with Shift', () => {
    expect([press('ArrowLeft', {}, { editing: true }), press('Home', { shiftKey: true })]).toEqual([
      undefined,
      undefined,
    ]);
    expect(press('ArrowDown', {}, { editing: true })).toEqual([6, 1]);
  });

  it('leave alone what is typed and what leaves the sheet', () => {
    expect([press('7'), press('Tab'), press('ArrowLeft', { altKey: true })]).toEqual([undefined, undefined, undefined]);
  });
});

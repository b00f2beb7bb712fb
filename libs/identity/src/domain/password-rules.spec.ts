import { dictionary } from '@zxcvbn-ts/language-common';
import fc from 'fast-check';
import { passwordProblem } from './password-rules.js';

const common = dictionary as unknown as Record<string, readonly (string | number)[]>;
const LONG_ENOUGH = (common['passwords-common'] ?? []).map(String).filter((word) => [...word].length >= 15);

describe('password rules', () => {
  it.each([
    ['fourteen chars', 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['aaaaaaaaaaaaaaaaaaaa', 'repetition'],
    ['123456789012345678', 'repetition'],
    ['five words five words ', 'repetition'],
    ['password12345678', 'common'],
    ['Password!Password?1', 'common'],
    ['qwertyuiopasdfghjkl', 'common'],
    ['dragon-monkey-1984', 'common'],
    ['JSSU-Training-2026!', 'context'],
    ['naveed.akhtar-2026!', 'context'],
    ['BLC-2021-00417-mirza', 'context'],
  ])('refuse %s as %s', (password, problem) => {
    expect(passwordProblem(password, 'naveed.akhtar', 'BLC-2021-00417', 'Zainab Mirza')).toBe(problem);
  });

  it.each([
    'four unrelated plain words',
    'سڑک پر چار پرانے درخت کھڑے ہیں',
    '山上有四棵很老的树在风里站着不动',
    'kq7f-w2zr-m9ht-c4xb',
    'naveed walks along the shore each morning',
    'all in lower case without any digit',
  ])('take %s: no composition is asked for', (password) => {
    expect(passwordProblem(password, 'naveed.akhtar')).toBeUndefined();
  });

  it('refuse every leaked password of the list that is long enough', () => {
    expect(LONG_ENOUGH.length).toBeGreaterThan(30);
    expect(LONG_ENOUGH.filter((password) => passwordProblem(password, 'somebody') === undefined)).toEqual([]);
  });

  it('take what is random, up to 128 characters and in any script, and count characters, not bytes', () => {
    const letters = fc.constantFrom(...'bcdfghjkmnpqrstvwxzЖДЩабвгديكلمن山水火木金土日月');
    fc.assert(
      fc.property(fc.array(letters, { minLength: 24, maxLength: 128 }), (chars) => {
        fc.pre(new Set(chars).size > 12);
        expect(passwordProblem(chars.join(''), 'somebody')).toBeUndefined();
      }),
    );
    expect(passwordProblem('🚑🚒🚓🚕🚗🚙🚌🚎🏎🚐🛻🚚🚛🚜', 'somebody')).toBe('too-short');
  });
});

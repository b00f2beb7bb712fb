import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * NIST SP 800-63B-4 §3.1.1.2 and ASVS 5.0 V6.2: length alone is demanded (15 characters, since a password stands alone
 * here), no composition rules, no rotation. Refused is what guessing begins with: passwords that are known or leaked, alone
 * or put together from few parts, the words of this place and of the person, and repetitions.
 */
export const PASSWORD_LENGTH = { min: 15, max: 128 } as const;
/** Words of the place, with the person's own: free of charge for who guesses. ASVS V6.1.2 wants them listed. */
export const CONTEXT_WORDS = [
  ...['jssu', 'joint', 'special', 'security', 'unit', 'division', 'protection', 'training', 'management', 'system'],
  ...['trainer', 'trainee', 'administrator', 'admin', 'commander', 'auditor', 'password', 'pakistan', 'china', 'cpec'],
  ...['karachi', 'gwadar', 'islamabad', 'balochistan', 'sindh', 'punjab', 'dasu', 'saindak'],
];
/** A password made of this many known words, however many digits and signs beside them, is known itself. */
const MAX_KNOWN_WORDS = 2;
const MIN_WORD = 3;

const KNOWN: ReadonlySet<string> = new Set(
  Object.values(dictionary as unknown as Record<string, readonly (string | number)[]>).flatMap((words) =>
    words.map((word) => String(word).toLowerCase()),
  ),
);
const LONGEST = 24;

export type PasswordProblem = 'too-short' | 'too-long' | 'common' | 'context' | 'repetition';

/**
 * What is wrong with the password, or undefined when nothing is. Lengths count code points.
 * @param own words of the person and the account: user name, service number, names
 */
export function passwordProblem(password: string, ...own: readonly string[]): PasswordProblem | undefined {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) return 'too-short';
  if (length > PASSWORD_LENGTH.max) return 'too-long';
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5 || isRepetition([...lower])) return 'repetition';
  if (KNOWN.has(lower) || knownWords(lower, new Set()) <= MAX_KNOWN_WORDS) return 'common';
  const context = new Set([...CONTEXT_WORDS, ...own.flatMap(partsOf)].filter((word) => word.length >= MIN_WORD));
  return knownWords(lower, context) <= MAX_KNOWN_WORDS ? 'context' : undefined;
}

/** A word as it is, without its separators, and its parts. */
function partsOf(word: string): string[] {
  const lower = word.toLowerCase();
  const parts = lower.split(/[^\p{L}\p{N}]+/u);
  return [lower, parts.join(''), ...parts];
}

/**
 * The least number of known words that the text can be made of. Digits, signs and words of the context cost nothing; a
 * letter that belongs to no word costs as much as a word.
 */
function knownWords(text: string, context: ReadonlySet<string>): number {
  const costs: number[] = [0];
  for (let end = 1; end <= text.length; end++) {
    const sign = /[^\p{L}]/u.test(text[end - 1]);
    let cost = costs[end - 1] + (sign ? 0 : 1);
    for (let length = MIN_WORD; length <= Math.min(end, LONGEST); length++) {
      const word = text.slice(end - length, end);
      if (context.has(word)) cost = Math.min(cost, costs[end - length]);
      else if (KNOWN.has(word)) cost = Math.min(cost, costs[end - length] + 1);
    }
    costs.push(cost);
  }
  return costs[text.length];
}

/** `abcabcabcabcabc`, `111111111111111`, `123456789012345`, `fivewordsfivewords`. */
function isRepetition(text: readonly string[]): boolean {
  for (let period = 1; period <= text.length / 2; period++) {
    if (text.every((c, i) => i < period || c === text[i - period])) return true;
  }
  return text
    .slice(1)
    .every((c, i) => Math.abs(c.charCodeAt(0) - text[i].charCodeAt(0)) <= 1 || (c === '0' && text[i] === '9'));
}

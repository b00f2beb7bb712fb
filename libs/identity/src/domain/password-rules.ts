import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * NIST SP 800-63B-4 §3.1.1.2 and ASVS 5.0 V6.2: length alone is demanded (15 for a password that stands alone), no
 * composition rules, common passwords and the context's own words refused.
 */
const MIN = 15;
const MAX = 128;
const COMMON: ReadonlySet<string> = new Set(
  Object.values(dictionary as unknown as Record<string, readonly (string | number)[]>).flatMap((words) =>
    words.map((word) => String(word).toLowerCase()),
  ),
);

export type PasswordProblem = 'too-short' | 'too-long' | 'common' | 'contains-user-name' | 'repetition';

/** What is wrong with the password, or undefined when nothing is. Lengths count code points. */
export function passwordProblem(password: string, userName: string): PasswordProblem | undefined {
  const length = [...password].length;
  if (length < MIN) return 'too-short';
  if (length > MAX) return 'too-long';
  const lower = password.toLowerCase();
  if (COMMON.has(lower)) return 'common';
  if (userName.length >= 4 && lower.includes(userName.toLowerCase())) return 'contains-user-name';
  if (new Set(lower).size < 5 || isRepetition(lower)) return 'repetition';
  return undefined;
}

/** `abcabcabcabcabc`, `111111111111111`, `123456789012345`. */
function isRepetition(text: string): boolean {
  for (let period = 1; period <= 5; period++) {
    if ([...text].every((c, i) => i < period || c === text[i - period])) return true;
  }
  return [...text]
    .slice(1)
    .every((c, i) => Math.abs(c.charCodeAt(0) - text.charCodeAt(i)) <= 1 || (c === '0' && text[i] === '9'));
}

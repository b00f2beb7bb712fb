/** Marks of direction that come along when a number is copied out of a text in Urdu, and spaces of every kind. */
const UNSEEN = /[\u200e\u200f\u061c\u2066-\u2069\ufeff\s]/g;
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Digits of the Arabic and Urdu scripts and those of full width (Chinese keyboards) as 0 to 9. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

export type ScoreProblem = 'not-a-number' | 'out-of-range' | 'too-many-decimals';
export type ScoreRead = { readonly value: number } | { readonly problem: ScoreProblem };

/** A score as it is typed or pasted: a decimal point, comma or `٫`, at most two decimals, from 0 to the highest. */
export function readScore(text: string, maxScore: number): ScoreRead {
  const plain = plainDigits(text).replace(UNSEEN, '').replace(/[,٫،]/g, '.').replace('−', '-');
  const parts = /^[+-]?\d+(?:\.(\d+))?$/.exec(plain);
  if (!parts) return { problem: 'not-a-number' };
  const value = Number(plain);
  if (value < 0 || value > maxScore) return { problem: 'out-of-range' };
  if ((parts[1] ?? '').replace(/0+$/, '').length > 2) return { problem: 'too-many-decimals' };
  return { value };
}

/** A service number for comparing: no matter how its digits and letters were typed. */
export function plainNumber(text: string): string {
  return plainDigits(text)
    .replace(UNSEEN, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .toUpperCase();
}

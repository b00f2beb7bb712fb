import fc from 'fast-check';
import { newVerificationCode, printedCode, readVerificationCode } from './verification-code.js';

describe('a verification code', () => {
  it('never comes twice and uses every sign about equally often', () => {
    const codes = Array.from({ length: 2000 }, newVerificationCode);
    expect(new Set(codes).size).toBe(codes.length);
    const counts = new Map<string, number>();
    for (const sign of codes.join('')) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect(counts.size).toBe(32);
    for (const count of counts.values()) expect(Math.abs(count / (56_000 / 32) - 1)).toBeLessThan(0.2);
  });
  it('is read as it is printed, with look-alikes, spaces and any case', () => {
    const code = '01a2b3c4d5e6f7g8h9jkmnpqrstv';
    expect(printedCode(code)).toBe('01A2-B3C4-D5E6-F7G8-H9JK-MNPQ-RSTV');
    for (const typed of [printedCode(code), ' OLA2 b3c4–d5e6 f7g8 h9jk mnpq rstv ', 'oIa2b3c4d5e6f7g8h9jkmnpqrstv'])
      expect(readVerificationCode(typed)).toBe(code);
  });
  it('is nothing else', () => {
    for (const text of ['', 'x', '0'.repeat(27), '0'.repeat(29), `${'0'.repeat(27)}u`, '0'.repeat(1000), "' OR 1=1 --"])
      expect(readVerificationCode(text)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => /^[0-9a-hjkmnp-tv-z]{28}$/.test(readVerificationCode(text) ?? '0'.repeat(28))),
    );
  });
});

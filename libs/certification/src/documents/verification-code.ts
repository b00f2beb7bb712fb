import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O and U, so that nothing on paper can be taken for something else. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 28;

/** 140 random bits. */
export function newVerificationCode(): string {
  // 32 divides 256: every sign is equally likely.
  return Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');
}

/** As people read and type it: seven groups of four. */
export function printedCode(code: string): string {
  return code.toUpperCase().replace(/(.{4})(?=.)/g, '$1-');
}

/** The code that somebody typed, with whatever spaces, dashes and look-alikes; undefined when it can be none. */
export function readVerificationCode(text: string): string | undefined {
  if (text.length > 100) return undefined;
  const code = text
    .toLowerCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : undefined;
}

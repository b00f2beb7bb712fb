/** Characters that steer the direction of text, join or separate nothing, or mark a byte order. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu;

/**
 * A cell as it was meant: NFC, one space for every run of blanks and line breaks, no direction marks. The zero-width
 * joiner and non-joiner stay: Urdu is spelled with them.
 */
export function cleanCell(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Digits of any script as ASCII: Urdu ۰–۹, Arabic ٠–٩, full-width ０–９. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit >= '\uff10' ? 0xff10 : digit >= '\u06f0' ? 0x06f0 : 0x0660)) % 10),
  );
}

/** Codes, numbers and dates: width and digits folded, dashes of all kinds made one. */
export function foldCode(text: string): string {
  return asciiDigits(cleanCell(text).normalize('NFKC')).replace(/[\u2010-\u2015\u2212\u06d4]/g, '-');
}

/** What a spreadsheet program would run: a leading `=` or `@`, or a sign with more behind it than a number. */
export function isFormula(text: string): boolean {
  const start = foldCode(text);
  return /^[=@]/.test(start) || (/^[+-]/.test(start) && !/^[+-][\d\s().,/-]*(?:E\+?\d+)?$/i.test(start));
}

/** At most this many characters of a cell are shown in a report. */
const SHOWN = 60;

/**
 * A cell for a report: identity numbers are masked wherever they stand, also in the wrong column. `secret` masks all
 * digits but the last of whatever is there.
 */
export function shownValue(text: string, secret = false): string {
  const clean = cleanCell(text);
  if (secret) return maskSecret(clean);
  const characters = [...maskLongNumbers(clean)];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : characters.join('');
}

/** Like `*****-*******-3`: a number shorter than a national id shows nothing at all. */
function maskSecret(clean: string): string {
  const bare = foldCode(clean).toUpperCase().replace(/[\s-]/g, '');
  if (/^\d{13}$/.test(bare)) return `*****-*******-${bare.slice(-1)}`;
  if (/^\d{17}[\dX]$/.test(bare)) return `${'*'.repeat(17)}${bare.slice(-1)}`;
  return '*'.repeat(Math.min(bare.length, 18));
}

/** Runs of twelve digits and more, with or without blanks and dashes between, keep their last. */
function maskLongNumbers(clean: string): string {
  return clean.replace(/\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){11,}(?:[Xx](?![\p{L}\p{Nd}]))?/gu, (run) => {
    const characters = [...run];
    return characters.map((c, i) => (i === characters.length - 1 || !/[\p{Nd}Xx]/u.test(c) ? c : '*')).join('');
  });
}

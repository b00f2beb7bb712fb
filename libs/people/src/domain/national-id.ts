/** 13 digits with or without dashes (CNIC), or 18 characters (GB 11643-1999). Returns the bare form, or undefined. */
export function normaliseNationalId(text: string): string | undefined {
  const bare = text.trim().toUpperCase().replace(/[\s-]/g, '');
  return /^\d{13}$/.test(bare) || isChineseId(bare) ? bare : undefined;
}

/** The last character of a Chinese id is a check sum, ISO 7064 MOD 11-2. */
function isChineseId(bare: string): boolean {
  if (!/^\d{17}[\dX]$/.test(bare)) return false;
  const sum = [...bare.slice(0, 17)].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  return '10X98765432'[sum % 11] === bare[17];
}

/** What readers see: never more than the last digit. */
export function maskNationalId(tail: string | null): string | null {
  return tail === null ? null : `*****-*******-${tail}`;
}

import { parseCivilDate, type CivilDate } from '@jssu/kernel';
import { foldCode } from './cell-text.js';

export type NationalIdFault =
  | 'national-id-scientific'
  | 'national-id-zero-lost'
  | 'national-id-rounded'
  | 'national-id-check'
  | 'national-id-length'
  | 'national-id-party';
export type CellNationalId =
  /** `bornOn` is the day of birth that a Chinese number tells. */
  { readonly nationalId: string; readonly bornOn?: CivilDate } | { readonly fault: NationalIdFault };

/** A CNIC of 13 digits for party pk, a number of GB 11643-1999 (18 characters) for party cn; bare, without dashes. */
export function readNationalId(cell: string, party: 'pk' | 'cn'): CellNationalId {
  const text = foldCode(cell).toUpperCase();
  if (/^\d+(?:\.\d+)?E\+?\d+$/.test(text))
    return { fault: party === 'cn' ? 'national-id-rounded' : 'national-id-scientific' };
  // A number that went through a program of floating points comes back as 4220112345671.0
  const digits = text.replace(/\.0+$/, '').replace(/[\s-]/g, '');
  if (isChineseNumber(digits)) return party === 'cn' ? chinese(digits) : { fault: 'national-id-party' };
  if (/^\d{13}$/.test(digits)) return party === 'pk' ? { nationalId: digits } : { fault: 'national-id-party' };
  if (party === 'pk' && /^\d{12}$/.test(digits)) return { fault: 'national-id-zero-lost' };
  if (party === 'cn' && /^\d{15}0{3}$/.test(digits)) return { fault: 'national-id-rounded' };
  if (party === 'cn' && /^\d{17}[\dX]$/.test(digits)) return { fault: 'national-id-check' };
  return { fault: 'national-id-length' };
}

/** The seventh to fourteenth digits are the day of birth. */
function chinese(bare: string): CellNationalId {
  const bornOn = parseCivilDate(`${bare.slice(6, 10)}-${bare.slice(10, 12)}-${bare.slice(12, 14)}`);
  return bornOn ? { nationalId: bare, bornOn } : { fault: 'national-id-check' };
}

/** The last character is a check sum, ISO 7064 MOD 11-2. */
function isChineseNumber(bare: string): boolean {
  return /^\d{17}[\dX]$/.test(bare) && chineseCheck(bare.slice(0, 17)) === bare[17];
}

/** @param digits the first seventeen */
export function chineseCheck(digits: string): string {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  return '10X98765432'[sum % 11];
}

import { cleanCell, foldCode } from './cell-text.js';
import type { RowCode } from './row-error-texts.js';

export interface CellFault {
  readonly fault: RowCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

const SEXES: Readonly<Record<'male' | 'female', readonly string[]>> = {
  male: ['male', 'm', 'man', 'مرد', 'م', '男', '男性'],
  female: ['female', 'f', 'woman', 'عورت', 'خاتون', 'ع', 'خ', '女', '女性'],
};

const PARTIES: Readonly<Record<'pk' | 'cn', readonly string[]>> = {
  pk: ['pk', 'pak', 'pakistan', 'pakistani', 'پاکستان', 'پاکستانی', '巴基斯坦', '巴方', '巴'],
  cn: ['cn', 'chn', 'china', 'chinese', 'prc', 'چین', 'چینی', '中国', '中方', '中'],
};

export function readSex(cell: string): { value: 'male' | 'female' } | CellFault {
  return choose(cell, SEXES, 'male, female');
}

export function readParty(cell: string): { value: 'pk' | 'cn' } | CellFault {
  return choose(cell, PARTIES, 'pk, cn');
}

function choose<T extends string>(
  cell: string,
  choices: Readonly<Record<T, readonly string[]>>,
  allowed: string,
): { value: T } | CellFault {
  const text = foldCode(cell).toLowerCase().replace(/[يى]/g, 'ی').replace(/\.$/, '');
  for (const value of Object.keys(choices) as T[]) if (choices[value].includes(text)) return { value };
  return { fault: 'choice-unknown', params: { allowed } };
}

/** E.164. A number without a country code is read as one of the person's own country. */
export function readPhone(cell: string, party: 'pk' | 'cn'): { value: string; restored: boolean } | CellFault {
  const bare = foldCode(cell)
    .replace(/\.0$/, '')
    .replace(/[\s().-]/g, '')
    .replace(/^00/, '+');
  if (/^\+[1-9]\d{7,14}$/.test(bare)) return { value: bare, restored: false };
  if (party === 'cn') {
    if (/^1\d{10}$/.test(bare)) return { value: `+86${bare}`, restored: false };
    return { fault: 'phone-form' };
  }
  if (/^92\d{10}$/.test(bare)) return { value: `+${bare}`, restored: false };
  if (/^0[1-9]\d{8,9}$/.test(bare)) return { value: `+92${bare.slice(1)}`, restored: false };
  if (/^3\d{9}$/.test(bare)) return { value: `+92${bare}`, restored: true };
  return { fault: 'phone-form' };
}

export function readEmail(cell: string): { value: string } | CellFault {
  const value = cleanCell(cell).normalize('NFKC').toLowerCase();
  return value.length <= 254 &&
    /^[a-z0-9._%+'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/.test(value)
    ? { value }
    : { fault: 'email-form' };
}

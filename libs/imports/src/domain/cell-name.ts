import { cleanCell } from './cell-text.js';
import type { RowCode } from './row-error-texts.js';

export type NameColumn = 'nameEn' | 'nameUr' | 'nameZh';

export const MAX_NAME = 120;

/** Letters of each script first; then what stands between and beside them in names. */
const SCRIPTS: Readonly<Record<NameColumn, { has: RegExp; only: RegExp }>> = {
  nameEn: { has: /\p{Script=Latin}/u, only: /^[\p{Script=Latin}\p{M} .,'’ʼʻ`()/-]+$/u },
  nameUr: { has: /\p{Script=Arabic}/u, only: /^[\p{Script=Arabic}\p{M}\u200c\u200d ۔،.,'’()/-]+$/u },
  nameZh: { has: /\p{Script=Han}/u, only: /^[\p{Script=Han}\p{Mn} ·•・‧.,，()（）-]+$/u },
};

/** Arabic letters that look alike, or nearly, and are other letters in Urdu: a search for one misses the other. */
const TO_URDU: Readonly<Record<string, string>> = { ك: 'ک', ي: 'ی', ى: 'ی', ه: 'ہ' };

export function readName(
  column: NameColumn,
  cell: string,
): { value: string; mapped: boolean } | { fault: RowCode; params?: Readonly<Record<string, number>> } {
  const clean = cleanCell(cell);
  const { has, only } = SCRIPTS[column];
  if (clean.length > MAX_NAME) return { fault: 'cell-too-long', params: { limit: MAX_NAME } };
  if (!has.test(clean) || !only.test(clean) || /\p{Nd}/u.test(clean)) return { fault: 'name-script' };
  const value = column === 'nameUr' ? clean.replace(/[كيىه]/g, (letter) => TO_URDU[letter]) : clean;
  return { value, mapped: value !== clean };
}

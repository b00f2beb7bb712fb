import { currentLanguage } from '../../i18n/i18n';

/** Ranks of the forces concerned. A rank is free text: one that is not here is shown as it was entered. */
const RANKS: readonly { readonly en: string; readonly ur: string; readonly zh: string }[] = [
  { en: 'Constable', ur: 'کانسٹیبل', zh: '警员' },
  { en: 'Lance Naik', ur: 'لانس نائیک', zh: '一等兵' },
  { en: 'Naik', ur: 'نائیک', zh: '下士' },
  { en: 'Havildar', ur: 'حوالدار', zh: '中士' },
  { en: 'Head Constable', ur: 'ہیڈ کانسٹیبل', zh: '警长' },
  { en: 'Assistant Sub-Inspector', ur: 'اسسٹنٹ سب انسپکٹر', zh: '助理副督察' },
  { en: 'Sub-Inspector', ur: 'سب انسپکٹر', zh: '副督察' },
  { en: 'Inspector', ur: 'انسپکٹر', zh: '督察' },
  { en: 'Deputy Superintendent of Police', ur: 'ڈی ایس پی', zh: '副警司' },
];

export const KNOWN_RANKS = RANKS.map(({ en }) => en);

export function rankName(rank: string): string {
  return RANKS.find(({ en }) => en === rank)?.[currentLanguage()] ?? rank;
}

import { civilDate, LOCALES } from '@jssu/kernel';
import type { Verified } from '../persistence/verification.view.js';
import { verifyPage } from './verify-page.js';
import { STATE_TEXTS, type PageState } from './verify-texts.js';

const certificate: Verified = {
  state: 'valid',
  validUntil: civilDate('2027-11-23'),
  graceUntil: civilDate('2027-12-23'),
  number: 'JSSU-2026-000123',
  holder: { en: 'Zainab <b>Mirza</b>', ur: 'زینب مرزا', zh: '宰娜卜' },
  scheme: { en: 'Static Site Guard', ur: 'سٹیٹک سائٹ گارڈ', zh: '固定站点警卫' },
  schemeCode: 'GUARD-1',
  grantedOn: civilDate('2026-11-24'),
  newerNumber: null,
  asOf: new Date('2026-12-01T09:05:00Z'),
};
const path = '/verify/7f3k';
const page = (state: PageState, more: Partial<Verified> = {}, locale: 'en' | 'ur' | 'zh' = 'en') =>
  verifyPage({
    locale,
    path,
    state,
    certificate: state === 'unknown' ? undefined : { ...certificate, ...more, state: state as never },
  });

describe('the page that verifies a certificate', () => {
  it.each(LOCALES)('is light, without scripts, and links to the other languages, in %s', (locale) => {
    const html = page('valid', {}, locale);
    expect(Buffer.byteLength(html)).toBeLessThan(10_000);
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|https?:\/\//i);
    expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ur' ? 'rtl' : 'ltr'}">`);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).toEqual(LOCALES.filter((other) => other !== locale).map((other) => `${path}?lang=${other}`));
    expect(html).toContain(STATE_TEXTS.valid.word[locale]);
    for (const name of ['زینب مرزا', '宰娜卜', certificate.number, certificate.scheme[locale]])
      expect(html).toContain(name);
  });
  it('tells the days and the time of the answer as the language writes them', () => {
    expect(page('valid')).toContain('24 November 2026');
    expect(page('valid')).toMatch(/Status as of 1 December 2026, .14:05 \(UTC\+5\)/);
    expect(page('valid', {}, 'zh')).toContain('2027年11月23日');
    expect(page('valid', {}, 'ur')).toContain('23 نومبر 2027ء');
    expect(page('valid', { validUntil: null })).toContain('No expiry date');
  });
  it('takes what people are called for text, never for markup', () => {
    expect(page('valid')).toContain('Zainab &#60;b&#62;Mirza&#60;/b&#62;');
    const odd = verifyPage({ locale: 'en', path: '/verify/"><i>', state: 'unknown' });
    expect(odd).not.toContain('"><i>');
  });
  it('says when grace ends, and names no last day of what ended by decision', () => {
    expect(page('in_grace')).toContain('23 December 2027');
    for (const state of ['revoked', 'surrendered', 'withdrawn'] as const)
      expect(page(state)).not.toContain('Valid through');
    expect(page('valid', { newerNumber: 'JSSU-2027-000009' })).toContain('JSSU-2027-000009');
  });
  it('shows every state by word, colour and sign', () => {
    const looks = (Object.keys(STATE_TEXTS) as PageState[]).map((state) => {
      const html = page(state);
      return [state, /class="state (\w+)"/.exec(html)?.[1], /<h1>(.*?)<\/h1>/.exec(html)?.[1]];
    });
    expect(looks).toEqual([
      ['valid', 'good', 'Valid'],
      ['in_grace', 'warn', 'Expired, in grace'],
      ['expired', 'bad', 'Expired'],
      ['suspended', 'warn', 'Suspended'],
      ['revoked', 'bad', 'Revoked'],
      ['surrendered', 'bad', 'Surrendered'],
      ['withdrawn', 'bad', 'Withdrawn'],
      ['unknown', 'bad', 'Unknown code'],
      ['too-many', 'mute', 'Please wait'],
    ]);
  });
});

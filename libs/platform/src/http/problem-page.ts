import { LOCALES, type Locale, type LocalizedText } from '@jssu/kernel';
import type { ProblemCodeDto } from './problems.dto.js';

const REMEDY: LocalizedText = { en: 'What to do', ur: 'کیا کریں', zh: '处理方法' };
const STYLE = `
  body { font: 1rem/1.6 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1b2733; }
  :lang(ur) { font-family: 'Noto Nastaliq Urdu', serif; line-height: 2.4; }
  section { border-top: 1px solid #ccd5de; padding: .5rem 0; }
  h1 { font-size: 1.2rem; } h2 { font-size: 1.1rem; margin: .5rem 0; } a { color: #0a4d8c; }`;

/** A page that says in each language what a code means and what to do about it. */
export function problemPage({ code, status, title, detail, remedy }: ProblemCodeDto): string {
  const section = (locale: Locale) =>
    [
      `<section lang="${locale}" dir="${direction(locale)}"><h2>${escape(title[locale])}</h2>`,
      detail[locale] === title[locale] ? '' : `<p>${escape(detail[locale])}</p>`,
      `<p><strong>${REMEDY[locale]}</strong> ${escape(remedy[locale])}</p></section>`,
    ].join('');
  return page(
    code,
    `<h1><code>${escape(code)}</code> · HTTP ${status}</h1>${LOCALES.map(section).join('')}<p><a href="/problems">All codes</a></p>`,
  );
}

export function problemListPage(problems: readonly ProblemCodeDto[]): string {
  const text = ({ title }: ProblemCodeDto, locale: Locale) =>
    `<span lang="${locale}" dir="${direction(locale)}">${escape(title[locale])}</span>`;
  const rows = problems.map(
    (problem) =>
      `<section><a href="/problems/${encodeURIComponent(problem.code)}"><code>${escape(problem.code)}</code></a><br>${LOCALES.map((locale) => text(problem, locale)).join(' · ')}</section>`,
  );
  return page('Problems', `<h1>Codes of refusals</h1>${rows.join('')}`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

function direction(locale: Locale): 'rtl' | 'ltr' {
  return locale === 'ur' ? 'rtl' : 'ltr';
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

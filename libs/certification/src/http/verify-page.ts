import { civilDateIn, formatMessage, LOCALES, type CivilDate, type Locale } from '@jssu/kernel';
import { ISSUER, writtenDate } from '../documents/index.js';
import type { Verified } from '../persistence/verification.view.js';
import { LABELS, STATE_TEXTS, type PageState } from './verify-texts.js';

export interface VerifyPage {
  readonly locale: Locale;
  /** Where the page is, for the links to the other languages. */
  readonly path: string;
  /** Absent: nothing was asked yet. */
  readonly state?: PageState;
  readonly certificate?: Verified;
}

const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'English', ur: 'اردو', zh: '中文' };
const MARK: Readonly<Record<string, string>> = { valid: '✓', in_grace: '!', suspended: '!', 'too-many': '…' };
const TONE: Readonly<Record<string, string>> = {
  valid: 'good',
  in_grace: 'warn',
  suspended: 'warn',
  'too-many': 'mute',
};

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f3f1ea;color:#1d2b3a;font:17px/1.5 "Source Sans 3",system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
:lang(ur){font-family:"Noto Nastaliq Urdu","Jameel Noori Nastaleeq","Urdu Typesetting",serif;line-height:2.1}
:lang(zh){font-family:"Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
:lang(en){font-family:"Source Sans 3",system-ui,sans-serif;line-height:1.5}
header,main,footer{max-width:40rem;margin:0 auto;padding:1rem}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:space-between;align-items:baseline}
header strong{font-size:1.05rem}
nav a,nav b{margin-inline-start:1rem}
a{color:#0b5394}
.card{background:#fff;border:1px solid #d9d3c3;border-radius:10px;overflow:hidden}
.state{color:#fff;padding:1.4rem 1.5rem;display:flex;gap:1.1rem;align-items:center}
.state i{flex:none;font:700 2rem/calc(3.4rem - 6px) system-ui,sans-serif;width:3.4rem;text-align:center;border:3px solid #fff;border-radius:50%}
h1{margin:0;font-size:2rem;line-height:1.25}
h1:lang(ur){line-height:1.9}
.state p{margin:.2rem 0 0}
.good{background:#0a6b3d}.warn{background:#8a5a00}.bad{background:#9b1c1c}.mute{background:#56606b}
dl{margin:0;padding:.6rem 1.5rem 1rem;display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.5rem 1.2rem}
dt{color:#56606b}dd{margin:0;font-weight:600}dd span{display:block}html[dir=ltr] dd{text-align:left}html[dir=rtl] dd{text-align:right}
.note{margin:0;padding:.8rem 1.5rem;border-top:1px solid #e8e3d6;color:#3d4954}
form{margin-top:1.2rem;display:flex;flex-wrap:wrap;gap:.6rem;align-items:end}
label{flex:1 1 18rem}
input{display:block;width:100%;font:600 1rem/1.4 ui-monospace,monospace;padding:.6rem;border:1px solid #8d8674;border-radius:6px;background:#fff}
button{font:inherit;font-weight:600;padding:.5rem 1.2rem;border:0;border-radius:6px;background:#1d2b3a;color:#fff}
footer{color:#56606b;font-size:.9rem}
@media(max-width:26rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}}`;

/** The page that the QR code opens: one light file without scripts, in the reader's language. */
export function verifyPage({ locale, path, state, certificate }: VerifyPage): string {
  const say = (label: keyof typeof LABELS) => escape(LABELS[label][locale]);
  return `<!doctype html>
<html lang="${locale}" dir="${locale === 'ur' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${state ? `${escape(STATE_TEXTS[state].word[locale])} – ` : ''}${say('title')}</title><style>${STYLE}</style></head>
<body>
<header><div><strong>${escape(ISSUER[locale])}</strong><br>${say('title')}</div><nav>${languageLinks(locale, path)}</nav></header>
<main>
${state ? card(locale, state, certificate) : ''}
<form action="/verify" method="get"><input type="hidden" name="lang" value="${locale}">
<label>${say('another')}<input name="code" dir="ltr" maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" required></label>
<button>${say('check')}</button></form>
</main>
<footer>${certificate ? say('compare') : ''}</footer>
</body></html>
`;
}

function card(locale: Locale, state: PageState, certificate: Verified | undefined): string {
  const { word, says } = STATE_TEXTS[state];
  const tone = TONE[state] ?? 'bad';
  return `<article class="card"><div class="state ${tone}" role="status"><i aria-hidden="true">${MARK[state] ?? '✕'}</i>
<div><h1>${escape(word[locale])}</h1><p>${escape(says[locale])}</p></div></div>
${certificate ? facts(locale, certificate) : ''}</article>`;
}

function facts(locale: Locale, certificate: Verified): string {
  const { state, holder, scheme, number, grantedOn, validUntil, graceUntil, newerNumber, asOf } = certificate;
  const date = (day: CivilDate) => escape(writtenDate(day)[locale]);
  const ended = state === 'revoked' || state === 'surrendered' || state === 'withdrawn';
  const rows: [keyof typeof LABELS, string][] = [
    ['holder', inEachScript(holder)],
    ['scheme', escape(scheme[locale])],
    ['number', `<span dir="ltr" lang="en">${escape(number)}</span>`],
    ['granted', date(grantedOn)],
  ];
  if (!ended) rows.push(['until', validUntil ? date(validUntil) : escape(LABELS.endless[locale])]);
  if (state === 'in_grace' && graceUntil) rows.push(['grace', date(graceUntil)]);
  if (newerNumber) rows.push(['newer', `<span dir="ltr" lang="en">${escape(newerNumber)}</span>`]);
  const lines = rows.map(([label, value]) => `<dt>${escape(LABELS[label][locale])}</dt><dd>${value}</dd>`).join('\n');
  const time = formatMessage(LABELS.asOf[locale], { time: writtenTime(asOf, locale) });
  return `<dl>\n${lines}\n</dl><p class="note">${escape(time)}</p>`;
}

/** The name as it stands on the paper, in all its scripts. */
function inEachScript(holder: Verified['holder']): string {
  return LOCALES.filter((script) => holder[script])
    .map(
      (script) =>
        `<span lang="${script}" dir="${script === 'ur' ? 'rtl' : 'ltr'}">${escape(holder[script] ?? '')}</span>`,
    )
    .join('');
}

const COMMA: Readonly<Record<Locale, string>> = { en: ', ', ur: '، ', zh: ' ' };
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Karachi', hour: '2-digit', minute: '2-digit' });

function writtenTime(instant: Date, locale: Locale): string {
  return `${writtenDate(civilDateIn('Asia/Karachi', instant))[locale]}${COMMA[locale]}\u2066${CLOCK.format(instant)} (UTC+5)\u2069`;
}

function languageLinks(locale: Locale, path: string): string {
  return LOCALES.map((other) =>
    other === locale
      ? `<b lang="${other}">${LANGUAGES[other]}</b>`
      : `<a lang="${other}" hreflang="${other}" href="${escape(path)}?lang=${other}">${LANGUAGES[other]}</a>`,
  ).join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

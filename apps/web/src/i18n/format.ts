import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween, KARACHI } from './civil-date';
import { currentLanguage } from './i18n';
import { LANGUAGES, type Language } from './languages';

export { addDays, daysBetween, KARACHI, SHANGHAI } from './civil-date';

/** Today's civil date where the units are, `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: KARACHI }).format(new Date());
}

function formatsFor(language: Language) {
  const { locale } = LANGUAGES[language];
  const civil = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const shortWeekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const moment = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: KARACHI },
  });
  const isoDay = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const scores = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const lists = new Intl.ListFormat(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const ago = (days: number): string => {
    const size = Math.abs(days);
    if (size < 45) return relative.format(days, 'day');
    if (size < 550) return relative.format(Math.round(days / 30.4), 'month');
    return relative.format(Math.round(days / 365.25), 'year');
  };
  return {
    /** A civil date, such as 25 Nov 2026. */
    day: (date: string) => civil.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)),
    /** A civil date without its year. */
    shortDay: (date: string) => short.format(new Date(`${date}T00:00:00Z`)),
    /** A civil date with its weekday and without its year. */
    weekday: (date: string) => weekday.format(new Date(`${date}T00:00:00Z`)),
    /** The weekday of a civil date alone, short: for the head of a column. */
    weekdayName: (date: string) => shortWeekday.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)),
    /** A civil date seen from today: in 12 days, 3 months ago. */
    fromToday: (date: string) => ago(daysBetween(today(), date)),
    /** The civil date of an instant, in Karachi unless told otherwise. */
    dayOf: (instant: string, zone: string = KARACHI) => isoDay(zone).format(new Date(instant)),
    /** An instant, as the clock of Karachi shows it. */
    moment: (instant: string) => moment.format(new Date(instant)),
    time: (instant: string, zone: string = KARACHI) => clock(zone).format(new Date(instant)),
    hours: (minutes: number) => numbers.format(minutes / 60),
    number: (value: number) => numbers.format(value),
    /** Points and percents, to a hundredth as they are kept. */
    score: (value: number) => scores.format(value),
    /** A, B and C. */
    list: (items: Iterable<string>) => lists.format(items),
  };
}

export type Format = ReturnType<typeof formatsFor>;

/** Dates, times and numbers as the reader's language writes them. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => formatsFor(language as Language), [language]);
}

/** The form of a text in the reader's language; what is missing there is shown in English. */
export function localized(text: Readonly<Partial<Record<Language, string | null>>> | undefined): string {
  return text?.[currentLanguage()] || text?.en || '';
}

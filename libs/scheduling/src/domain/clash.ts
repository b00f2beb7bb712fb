import { AppError, LOCALES, type LocalizedText, type TimeRange, type Zone } from '@jssu/kernel';
import { localRange, tellRange } from './local-time.js';
import { schedulingErrors } from './scheduling-errors.js';
import { tell } from './tell.js';

/** The offering itself clashes when another of its sessions is at that time: its trainees attend them all. */
export type ResourceKind = 'instructor' | 'venue' | 'equipment' | 'trainee' | 'offering';

export interface Resource {
  readonly kind: ResourceKind;
  readonly id: string;
  /** People have none. */
  readonly code: string | null;
  readonly name: LocalizedText;
}

/** A booking that stands in the way. */
export interface Clash {
  readonly resource: Resource;
  readonly booked: TimeRange;
  /** Null when the offering is none of those that the actor may see. */
  readonly with: {
    readonly offeringId: string;
    readonly offeringCode: string;
    readonly sessionNumber: number;
    readonly blockCode: string;
  } | null;
}

/** A pool that has not enough pieces left at that time. */
export interface Shortage {
  readonly resource: Resource;
  readonly wanted: number;
  /** Left at the tightest instant. */
  readonly free: number;
  /** Pieces in the pool. */
  readonly quantity: number;
}

export interface Conflict {
  readonly wanted: TimeRange;
  readonly zone: Zone;
  readonly clashes: readonly Clash[];
  readonly shortages: readonly Shortage[];
  readonly nearestFree: TimeRange | undefined;
}

const KINDS: Readonly<Record<ResourceKind, LocalizedText>> = {
  instructor: { en: 'Instructor', ur: 'انسٹرکٹر', zh: '教员' },
  venue: { en: 'Venue', ur: 'مقام', zh: '场地' },
  equipment: { en: 'Equipment', ur: 'سامان', zh: '设备' },
  trainee: { en: 'Trainee', ur: 'زیرِ تربیت اہلکار', zh: '学员' },
  offering: { en: 'Offering', ur: 'کورس بیچ', zh: '班次' },
};
const BOOKED_FOR: LocalizedText = {
  en: '{what} is booked {when} for {offering}, session {number} ({block}).',
  ur: '{what}: {when} کو {offering} کی نشست {number} ({block}) کے لیے بُک ہے۔',
  zh: '{what}：{when} 已用于班次 {offering} 第 {number} 课时（{block}）。',
};
const BOOKED: LocalizedText = {
  en: '{what} is booked {when}.',
  ur: '{what}: {when} کو بُک ہے۔',
  zh: '{what}：{when} 已被预订。',
};
const SHORT: LocalizedText = {
  en: '{what}: {wanted} wanted, {free} of {quantity} free.',
  ur: '{what}: {wanted} درکار، {quantity} میں سے {free} دستیاب۔',
  zh: '{what}：需要 {wanted}，共 {quantity}，可用 {free}。',
};
const MORE: LocalizedText = { en: '{count} more.', ur: 'مزید {count}۔', zh: '另有 {count} 项。' };
const NEAREST: LocalizedText = {
  en: 'The nearest time at which all is free: {when}. Take it, or choose other resources.',
  ur: 'قریب ترین وقت جب سب کچھ دستیاب ہے: {when}۔ اسے اختیار کریں، یا دوسرے وسائل چنیں۔',
  zh: '全部可用的最近时段：{when}。请采用该时段，或另选资源。',
};
const NONE_FREE: LocalizedText = {
  en: 'Within the days of the offering there is no time at which all is free: choose other resources, a shorter session or other days.',
  ur: 'کورس بیچ کے دنوں میں کوئی ایسا وقت نہیں جب سب کچھ دستیاب ہو: دوسرے وسائل، مختصر نشست یا دوسرے دن چنیں۔',
  zh: '在班次日期内没有全部可用的时段：请另选资源、缩短课时或更改日期。',
};
/** So many reasons are told in the sentence; all are in the lists. */
const TOLD = 3;

/** `scheduling.clash`, or `scheduling.equipment-short` when pools alone stand in the way; every reason and a way out. */
export function refuseConflict({ wanted, zone, clashes, shortages, nearestFree }: Conflict): AppError {
  const told = [
    ...clashes.map((clash) => tellClash(clash, zone)),
    ...shortages.map(({ resource, wanted, free, quantity }) =>
      tell(SHORT, { what: nameOf(resource), wanted, free, quantity }),
    ),
  ];
  const refusal = schedulingErrors[clashes.length > 0 ? 'clash' : 'equipment-short'](
    { count: told.length, when: tellRange(wanted, zone) },
    {
      wanted: localRange(wanted, zone),
      clashes: clashes.map(({ resource, booked, with: other }, i) => ({
        ...describe(resource),
        booked: localRange(booked, zone),
        with: other,
        message: told[i],
      })),
      shortages: shortages.map(({ resource, ...numbers }, i) => ({
        ...describe(resource),
        ...numbers,
        message: told[clashes.length + i],
      })),
      nearestFree: nearestFree ? localRange(nearestFree, zone) : null,
    },
  );
  const texts = told.slice(0, TOLD);
  if (told.length > TOLD) texts.push(tell(MORE, { count: told.length - TOLD }));
  const remedy = nearestFree ? tell(NEAREST, { when: tellRange(nearestFree, zone) }) : NONE_FREE;
  return new AppError(
    refusal.code,
    { ...refusal.definition, detail: joined(texts), remedy },
    refusal.params,
    refusal.extra,
  );
}

function tellClash({ resource, booked, with: other }: Clash, zone: Zone): LocalizedText {
  const [what, when] = [nameOf(resource), tellRange(booked, zone)];
  if (!other) return tell(BOOKED, { what, when });
  const { offeringCode: offering, sessionNumber: number, blockCode: block } = other;
  return tell(BOOKED_FOR, { what, when, offering, number, block });
}

function describe({ kind, id, code, name }: Resource) {
  return { kind, resourceId: id, code, name };
}

function nameOf({ kind, code, name }: Resource): LocalizedText {
  if (kind === 'offering') return KINDS.offering;
  return tell(
    { en: '{kind} {name}{code}', ur: '{kind} {name}{code}', zh: '{kind} {name}{code}' },
    {
      kind: KINDS[kind],
      name,
      code: code ? ` (${code})` : '',
    },
  );
}

function joined(texts: readonly LocalizedText[]): LocalizedText {
  const entries = LOCALES.map((locale) => [locale, texts.map((text) => text[locale]).join(locale === 'zh' ? '' : ' ')]);
  return Object.fromEntries(entries) as unknown as LocalizedText;
}

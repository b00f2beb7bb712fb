/** How far a run of the demo has come; each stage includes those before it. */
export const DEMO_STAGES = ['draft', 'planned', 'published', 'confirmed', 'in_progress', 'ratified'] as const;
export type DemoStage = (typeof DEMO_STAGES)[number];

export interface DemoOffering {
  readonly code: string;
  readonly course: string;
  /** The unit that runs it; it is open to this unit and those below it. */
  readonly unit: string;
  /** Days from today to the first day, negative for the past. */
  readonly startsIn: number;
  readonly stage: DemoStage;
  readonly crew: number;
  readonly venues: Readonly<Record<string, string>>;
  readonly seats: { readonly min: number; readonly max: number };
  /** How many people are nominated, taken from the pool from `firstPerson` on. */
  readonly nominated: number;
  readonly firstPerson: number;
  readonly language: 'en' | 'ur' | 'zh';
  /** Ends otherwise than by its results. */
  readonly cancelled?: string;
  /** By how many seats each unit is favoured, until two days before the first day. */
  readonly quotas?: Readonly<Record<string, number>>;
}

const GWADAR = { classroom: 'GWD-CLASS-1', 'training-ground': 'GWD-GROUND' };
const KARACHI = { classroom: 'KHI-CLASS-1', 'training-ground': 'KHI-GROUND' };

/**
 * The story at several stages. With a validity of one year, a window of two months and a grace of thirty days, the four
 * ratified runs of GUARD-101 give certifications that are lapsed, in grace, due and current.
 */
export const DEMO_OFFERINGS: readonly DemoOffering[] = [
  {
    code: 'GUARD-101-A',
    course: 'GUARD-101',
    unit: 'SSD-SOUTH',
    startsIn: -420,
    stage: 'ratified',
    crew: 0,
    venues: GWADAR,
    seats: { min: 4, max: 12 },
    nominated: 8,
    firstPerson: 20,
    language: 'ur',
  },
  {
    code: 'GUARD-101-B',
    course: 'GUARD-101',
    unit: 'SSD-SOUTH',
    startsIn: -381,
    stage: 'ratified',
    crew: 0,
    venues: KARACHI,
    seats: { min: 4, max: 12 },
    nominated: 10,
    firstPerson: 28,
    language: 'ur',
  },
  {
    code: 'GUARD-101-C',
    course: 'GUARD-101',
    unit: 'SSD-SOUTH',
    startsIn: -335,
    stage: 'ratified',
    crew: 1,
    venues: GWADAR,
    seats: { min: 4, max: 12 },
    nominated: 12,
    firstPerson: 0,
    language: 'en',
  },
  {
    code: 'GUARD-101-D',
    course: 'GUARD-101',
    unit: 'SSD-SOUTH',
    startsIn: -75,
    stage: 'ratified',
    crew: 0,
    venues: GWADAR,
    seats: { min: 4, max: 12 },
    nominated: 12,
    firstPerson: 38,
    language: 'ur',
  },
  {
    code: 'LEAD-201-A',
    course: 'LEAD-201',
    unit: 'SSD-SOUTH',
    startsIn: -40,
    stage: 'ratified',
    crew: 1,
    venues: KARACHI,
    seats: { min: 2, max: 10 },
    nominated: 5,
    firstPerson: 38,
    language: 'zh',
  },
  {
    code: 'GUARD-101-E',
    course: 'GUARD-101',
    unit: 'SSD-SOUTH',
    startsIn: -2,
    stage: 'in_progress',
    crew: 0,
    venues: GWADAR,
    seats: { min: 4, max: 12 },
    nominated: 11,
    firstPerson: 50,
    language: 'ur',
  },
  {
    code: 'FIRST-AID-101-A',
    course: 'FIRST-AID-101',
    unit: 'SSD-SOUTH',
    startsIn: 7,
    stage: 'confirmed',
    crew: 1,
    venues: GWADAR,
    seats: { min: 4, max: 12 },
    nominated: 9,
    firstPerson: 0,
    language: 'en',
  },
  {
    code: 'CHINESE-101-A',
    course: 'CHINESE-101',
    unit: 'SSD-SOUTH',
    startsIn: 21,
    stage: 'published',
    crew: 1,
    venues: KARACHI,
    seats: { min: 4, max: 8 },
    nominated: 14,
    firstPerson: 0,
    language: 'zh',
    quotas: { 'SPU-BALOCHISTAN': 4, 'SPU-SINDH': 2 },
  },
  {
    code: 'GUARD-101-F',
    course: 'GUARD-101',
    unit: 'SSD-SOUTH',
    startsIn: 45,
    stage: 'planned',
    crew: 0,
    venues: KARACHI,
    seats: { min: 10, max: 30 },
    nominated: 0,
    firstPerson: 0,
    language: 'ur',
  },
  {
    code: 'LEAD-201-B',
    course: 'LEAD-201',
    unit: 'SSD-SOUTH',
    startsIn: 12,
    stage: 'published',
    crew: 0,
    venues: KARACHI,
    seats: { min: 6, max: 10 },
    nominated: 0,
    firstPerson: 0,
    language: 'en',
    cancelled: 'Too few nominations by the closing day',
  },
];

/** What becomes of people after their certification; numbers as in `firstPerson`. */
export const DEMO_DECISIONS: readonly {
  readonly person: number;
  readonly scheme: string;
  readonly type: 'suspended' | 'revoked';
  readonly daysAgo: number;
  readonly reason: string;
}[] = [
  {
    person: 40,
    scheme: 'SITE-GUARD-1',
    type: 'suspended',
    daysAgo: 12,
    reason: 'Fitness under review by the medical board',
  },
  { person: 41, scheme: 'SITE-GUARD-1', type: 'revoked', daysAgo: 20, reason: 'Certificate lent to another person' },
];

import { addDays, addYears, daysBetween, type CivilDate, type Party } from '@jssu/kernel';
import {
  CHINESE_GIVEN_NAMES,
  CHINESE_SURNAMES,
  FEMALE_NAMES,
  LAST_NAMES,
  MALE_NAMES,
  type NamePart,
} from './name-lists.js';
import { Random } from './random.js';
import { DEMO_FORCES, DEMO_RANKS, type DemoForce } from './reference-data.js';

/** Columns of the people import, in the order of its template. */
export const PEOPLE_FILE_COLUMNS = [
  ['serviceNumber', 'Service number'],
  ['nameEn', 'Name (English)'],
  ['nameUr', 'Name (Urdu)'],
  ['nameZh', 'Name (Chinese)'],
  ['nationalId', 'National id'],
  ['dateOfBirth', 'Date of birth'],
  ['sex', 'Sex'],
  ['rank', 'Rank'],
  ['force', 'Force'],
  ['unit', 'Unit'],
  ['site', 'Site'],
  ['post', 'Post'],
  ['joinedOn', 'Joined on'],
  ['phone', 'Phone'],
  ['email', 'Email'],
  ['party', 'Party'],
] as const;

/** A row of the people import: every cell is text, empty where there is nothing. */
export type InventedPerson = Readonly<Record<(typeof PEOPLE_FILE_COLUMNS)[number][0], string>>;

export interface InventedUnit {
  readonly code: string;
  readonly party: Party;
}

export interface InventedPost {
  readonly code: string;
  readonly site: string;
  readonly unit: string;
}

export interface PeopleRecipe {
  readonly seed: number;
  /** 0 to 10,000,000: so many invented CNICs there are. */
  readonly count: number;
  readonly units: readonly InventedUnit[];
  readonly posts: readonly InventedPost[];
  /** Ages and years of service are counted from here. */
  readonly today: CivilDate;
}

/**
 * 99998 is no district's prefix and 99 no province's region code, so the numbers are nobody's. Their check digits are
 * right, for the import checks them.
 */
const INVENTED_CNIC = '99998';
const INVENTED_REGION = 990_000;
const CNICS = 10_000_000;
/** Odd and no multiple of five: it walks through all numbers before one comes again. */
const STRIDE = 7_368_787;

/**
 * Invented people, one after the other, the same for the same recipe. Numbers are unique within a run.
 * About half a million a second: a million rows need no memory but the row in hand.
 */
export function* generatePeople(recipe: PeopleRecipe): Generator<InventedPerson> {
  const { seed, count, units, posts, today } = recipe;
  if (units.length === 0) throw new RangeError('people need at least one unit');
  if (count > CNICS) throw new RangeError(`at most ${CNICS} people can be told apart`);
  const random = new Random(seed);
  const postsOf = new Map(units.map(({ code }) => [code, posts.filter(({ unit }) => unit === code)]));
  const pakistani = units.filter(({ party }) => party !== 'cn');
  const chinese = units.filter(({ party }) => party === 'cn');
  for (let i = 0; i < count; i++) {
    // One in forty belongs to the Chinese side: instructors.
    const fromChina = chinese.length > 0 && (pakistani.length === 0 || random.chance(1 / 40));
    const unit = random.pick(fromChina ? chinese : pakistani);
    const force = fromChina ? CHINESE_TEAM : forceOf(unit.code, random);
    const bornOn = addDays(addYears(today, fromChina ? -52 : -46), random.below(fromChina ? 8_000 : 9_100));
    const joinedOn = joiningDay(bornOn, today, random);
    const post = random.chance(0.6) ? random.pick(postsOf.get(unit.code) ?? []) : undefined;
    const name = fromChina ? chineseName(random) : pakistaniName(random);
    yield {
      serviceNumber: `${force.prefix}-${joinedOn.slice(0, 4)}-${String(i + 1).padStart(5, '0')}`,
      nameEn: name.en,
      nameUr: name.ur,
      nameZh: name.zh,
      nationalId: fromChina ? chineseId(i, bornOn, name.sex) : cnic(i, seed, name.sex, random),
      dateOfBirth: bornOn,
      sex: name.sex,
      rank: rankFor(force, daysBetween(joinedOn, today) / 365, random),
      force: force.code,
      unit: unit.code,
      site: post?.site ?? '',
      post: post?.code ?? '',
      joinedOn,
      // No operator of Pakistan has the prefix 39.
      phone: !fromChina && random.chance(0.8) ? `+9239${String(random.below(100_000_000)).padStart(8, '0')}` : '',
      email: random.chance(0.15) ? `person.${i + 1}@example.org` : '',
      party: fromChina ? 'cn' : 'pk',
    };
  }
}

/** The file of the people as the import takes it: CSV, UTF-8 with byte order mark, CRLF. */
export function* printPeopleFile(people: Iterable<InventedPerson>): Generator<string> {
  yield `\ufeff${PEOPLE_FILE_COLUMNS.map(([, title]) => title).join(',')}\r\n`;
  for (const person of people) yield `${PEOPLE_FILE_COLUMNS.map(([column]) => quoted(person[column])).join(',')}\r\n`;
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const byCode = new Map(DEMO_FORCES.map((force) => [force.code, force]));
const forceWith = (code: string): DemoForce => {
  const force = byCode.get(code);
  if (!force) throw new RangeError(`no force ${code}`);
  return force;
};
const CHINESE_TEAM = forceWith('CN-TRAINING-TEAM');
const FORCES_BY_UNIT: readonly (readonly [part: string, forces: readonly DemoForce[]])[] = [
  ['BALOCHISTAN', [forceWith('BALOCHISTAN-POLICE'), forceWith('FC-BALOCHISTAN')]],
  ['SINDH', [forceWith('SINDH-POLICE')]],
  ['KP', [forceWith('KP-POLICE')]],
];
const ARMY = [forceWith('PAKISTAN-ARMY')];

function forceOf(unitCode: string, random: Random): DemoForce {
  return random.pick(FORCES_BY_UNIT.find(([part]) => unitCode.includes(part))?.[1] ?? ARMY);
}

/** Between the nineteenth and the twenty-sixth birthday, and at least a month ago. */
function joiningDay(bornOn: CivilDate, today: CivilDate, random: Random): CivilDate {
  const day = addDays(addYears(bornOn, 19), random.below(2_500));
  const latest = addDays(today, -30 - random.below(300));
  return day < latest ? day : latest;
}

interface InventedName {
  readonly en: string;
  readonly ur: string;
  readonly zh: string;
  readonly sex: 'male' | 'female';
}

function pakistaniName(random: Random): InventedName {
  const sex = random.chance(0.12) ? 'female' : 'male';
  const parts: NamePart[] = [random.pick(sex === 'male' ? MALE_NAMES : FEMALE_NAMES), random.pick(LAST_NAMES)];
  if (sex === 'male' && random.chance(0.25)) parts.unshift(['Muhammad', 'محمد', '穆罕默德']);
  return {
    sex,
    en: parts.map(([en]) => en).join(' '),
    ur: parts.map(([, ur]) => ur).join(' '),
    zh: random.chance(0.3) ? parts.map(([, , zh]) => zh).join('·') : '',
  };
}

function chineseName(random: Random): InventedName {
  const [surname, surnameZh] = random.pick(CHINESE_SURNAMES);
  const [given, givenZh, sex] = random.pick(CHINESE_GIVEN_NAMES);
  return { sex, en: `${surname} ${given}`, ur: '', zh: surnameZh + givenZh };
}

/** The last digit is odd for men, even for women. Two in three are written with dashes. */
function cnic(index: number, seed: number, sex: InventedName['sex'], random: Random): string {
  const middle = String(((index + (seed % CNICS)) * STRIDE) % CNICS).padStart(7, '0');
  const last = random.below(5) * 2 + (sex === 'male' ? 1 : 0);
  return random.chance(2 / 3) ? `${INVENTED_CNIC}-${middle}-${last}` : `${INVENTED_CNIC}${middle}${last}`;
}

/** GB 11643-1999: region, day of birth, serial (odd for men), check character of ISO 7064 MOD 11-2. */
function chineseId(index: number, bornOn: CivilDate, sex: InventedName['sex']): string {
  const region = INVENTED_REGION + (Math.floor(index / 499) % 10_000);
  const serial = (index % 499) * 2 + (sex === 'male' ? 1 : 2);
  const digits = `${region}${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (2 ** (17 - i) % 11);
  return digits + '10X98765432'[sum % 11];
}

/** The longer the service, the higher the rank can be; most people stay in the lower half. */
function rankFor({ ranks }: DemoForce, yearsOfService: number, random: Random): string {
  const ladder = DEMO_RANKS[ranks];
  const reach = Math.min(ladder.length, 1 + Math.floor(yearsOfService / 4));
  return ladder[Math.floor(random.next() * random.next() * reach)].en;
}

import { inLocale, type Locale, type LocalizedText } from '@jssu/kernel';
import { cleanCell, shownValue } from './cell-text.js';
import { tableErrors } from './table-errors.js';

export const PEOPLE_COLUMNS = [
  'serviceNumber',
  'nameEn',
  'nameUr',
  'nameZh',
  'nationalId',
  'dateOfBirth',
  'sex',
  'rank',
  'force',
  'unit',
  'site',
  'post',
  'joinedOn',
  'phone',
  'email',
  'party',
] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];
export const REQUIRED_COLUMNS: readonly PeopleColumn[] = ['serviceNumber', 'nameEn', 'unit'];

/** Header of each column in the template and in reports. */
export const COLUMN_TITLES: Readonly<Record<PeopleColumn, LocalizedText>> = {
  serviceNumber: { en: 'Service number', ur: 'سروس نمبر', zh: '军警号' },
  nameEn: { en: 'Name (English)', ur: 'نام (انگریزی)', zh: '姓名（英文）' },
  nameUr: { en: 'Name (Urdu)', ur: 'نام (اردو)', zh: '姓名（乌尔都文）' },
  nameZh: { en: 'Name (Chinese)', ur: 'نام (چینی)', zh: '姓名（中文）' },
  nationalId: { en: 'National id', ur: 'شناختی کارڈ نمبر', zh: '身份证号' },
  dateOfBirth: { en: 'Date of birth', ur: 'تاریخ پیدائش', zh: '出生日期' },
  sex: { en: 'Sex', ur: 'جنس', zh: '性别' },
  rank: { en: 'Rank', ur: 'عہدہ', zh: '职级' },
  force: { en: 'Force', ur: 'فورس', zh: '所属部队' },
  unit: { en: 'Unit', ur: 'یونٹ', zh: '单位' },
  site: { en: 'Site', ur: 'سائٹ', zh: '驻地' },
  post: { en: 'Post', ur: 'پوسٹ', zh: '岗位' },
  joinedOn: { en: 'Joined on', ur: 'تاریخ شمولیت', zh: '入职日期' },
  phone: { en: 'Phone', ur: 'فون', zh: '电话' },
  email: { en: 'Email', ur: 'ای میل', zh: '电子邮箱' },
  party: { en: 'Party', ur: 'فریق', zh: '方' },
};

const SYNONYMS: Readonly<Record<PeopleColumn, readonly string[]>> = {
  serviceNumber: [
    ...['service no', 'svc no', 'belt number', 'belt no', 'personnel number', 'personnel no', 'employee number'],
    ...['employee id', 'army no', 'regimental number', 'سروس نمبر', 'بیلٹ نمبر', 'پرسنل نمبر', 'ملازم نمبر'],
    ...['编号', '警号', '军号', '工号', '人员编号', '服役编号'],
  ],
  nameEn: [
    ...['name', 'full name', 'english name', 'name english', 'name en', 'name in english', 'نام انگریزی میں'],
    ...['انگریزی نام', '英文姓名', '英文名', '姓名英文', '英语姓名'],
  ],
  nameUr: [
    ...[
      'urdu name',
      'name ur',
      'name in urdu',
      'نام',
      'اردو نام',
      'نام اردو میں',
      'پورا نام',
      '乌尔都文姓名',
      '乌尔都语姓名',
    ],
  ],
  nameZh: [
    ...[
      'chinese name',
      'name zh',
      'name cn',
      'name in chinese',
      'چینی نام',
      'نام چینی میں',
      '姓名',
      '中文姓名',
      '中文名',
      '名字',
    ],
  ],
  nationalId: [
    ...[
      'national id number',
      'national id no',
      'cnic',
      'cnic no',
      'cnic number',
      'nic',
      'nic no',
      'id card',
      'id card no',
    ],
    ...['id card number', 'identity card number', 'id number', 'شناختی کارڈ', 'قومی شناختی کارڈ', 'شناختی نمبر'],
    ...['قومی شناختی کارڈ نمبر', 'سی این آئی سی', '身份证', '身份证号码', '证件号', '证件号码', '国民身份证号'],
  ],
  dateOfBirth: [
    'dob',
    'birth date',
    'birthdate',
    'birthday',
    'born',
    'born on',
    'پیدائش',
    'یوم پیدائش',
    '出生年月日',
    '生日',
    '出生',
  ],
  sex: ['gender', 'صنف', '男女'],
  rank: ['grade', 'designation', 'rank title', 'رینک', 'رتبہ', '军衔', '警衔', '职衔', '级别', '职务'],
  force: ['force code', 'service', 'corps', 'organisation', 'organization', 'محکمہ', 'ادارہ', '部队', '军种', '机构'],
  unit: ['unit code', 'unit name', 'wing', 'یونٹ کوڈ', '单位代码', '单位编号', '所属单位', '部门'],
  site: [
    'site code',
    'location',
    'station',
    'project site',
    'سائٹ کوڈ',
    'مقام',
    '驻地代码',
    '项目地点',
    '地点',
    '站点',
  ],
  post: ['post code', 'duty post', 'appointment', 'پوسٹ کوڈ', 'ذمہ داری', 'اسامی', '岗位代码', '岗位编号'],
  joinedOn: [
    ...[
      'joined',
      'join date',
      'joining date',
      'date of joining',
      'doj',
      'date joined',
      'enlisted on',
      'date of enlistment',
    ],
    ...[
      'date of appointment',
      'شمولیت',
      'شمولیت کی تاریخ',
      'بھرتی کی تاریخ',
      'تاریخ بھرتی',
      '入伍日期',
      '入警日期',
      '加入日期',
    ],
  ],
  phone: [
    ...['phone no', 'phone number', 'mobile', 'mobile no', 'mobile number', 'cell', 'cell no', 'contact', 'contact no'],
    ...[
      'contact number',
      'telephone',
      'tel',
      'فون نمبر',
      'موبائل',
      'موبائل نمبر',
      'رابطہ نمبر',
      '手机',
      '手机号',
      '手机号码',
      '联系电话',
      '电话号码',
    ],
  ],
  email: ['e-mail', 'email address', 'mail', 'برقی ڈاک', 'ای میل پتہ', '邮箱', '电子邮件', '邮件'],
  party: ['side', 'country', 'nationality', 'ملک', 'قومیت', 'جانب', '国家', '国籍', '方别', '所属方'],
};

const KNOWN: ReadonlyMap<string, PeopleColumn> = new Map(
  PEOPLE_COLUMNS.flatMap((column) =>
    [column, ...Object.values(COLUMN_TITLES[column]), ...SYNONYMS[column]].map((name): [string, PeopleColumn] => [
      foldHeader(name),
      column,
    ]),
  ),
);

export interface RecognisedColumns {
  /** Zero-based place of each column that the file has. */
  readonly places: ReadonlyMap<PeopleColumn, number>;
  /** Headers as they stand in the file, cut to 60 characters, long numbers masked. */
  readonly headers: readonly string[];
  /** Headers that stand for nothing; their cells are not imported. */
  readonly unknown: readonly {
    readonly place: number;
    readonly header: string;
    readonly closest: PeopleColumn | null;
  }[];
}

/** Which header stands for which column, when the client says so: column → header as it stands in the file. */
export type ColumnMapping = Readonly<Partial<Record<PeopleColumn, string>>>;

/**
 * Recognises a header row in English, Urdu or Chinese, in any order, case and spacing. What the mapping names is taken
 * from there, the rest is recognised; a header that the mapping uses stands for nothing else.
 * @throws table errors `missing-columns` (with the closest headers in the file), `column-twice`, `mapping-unknown`
 */
export function recogniseColumns(
  headers: readonly string[],
  mapping: ColumnMapping = {},
  locale: Locale = 'en',
): RecognisedColumns {
  const clean = headers.map(cleanCell);
  const folded = clean.map(foldHeader);
  // A file without a header row has people's numbers in their place.
  const shown = clean.map((header) => shownValue(header));
  const places = new Map<PeopleColumn, number>();
  const used = new Set<number>();
  for (const column of PEOPLE_COLUMNS) {
    const wanted = mapping[column];
    if (wanted === undefined) continue;
    const exact = clean.indexOf(cleanCell(wanted));
    const place = exact >= 0 ? exact : folded.indexOf(foldHeader(wanted));
    if (place < 0 || folded[place] === '')
      throw tableErrors['mapping-unknown']({
        header: shownValue(wanted),
        column: titleOf(column, locale),
      });
    if (used.has(place)) throw tableErrors['column-twice']({ first: shown[place], second: shown[place] });
    places.set(column, place);
    used.add(place);
  }
  const unknown: { place: number; header: string; closest: PeopleColumn | null }[] = [];
  for (const [place, header] of shown.entries()) {
    if (used.has(place) || folded[place] === '') continue;
    const column = columnOf(clean[place]);
    if (!column || mapping[column] !== undefined) {
      unknown.push({ place, header, closest: closestColumn(folded[place]) });
      continue;
    }
    const earlier = places.get(column);
    if (earlier !== undefined) throw tableErrors['column-twice']({ first: shown[earlier], second: header });
    places.set(column, place);
  }
  const missing = REQUIRED_COLUMNS.filter((column) => !places.has(column));
  if (missing.length > 0) throw missingColumns(missing, unknown, locale);
  return { places, headers: shown, unknown };
}

export function titleOf(column: PeopleColumn, locale: Locale): string {
  return inLocale(COLUMN_TITLES[column], locale);
}

function missingColumns(
  missing: readonly PeopleColumn[],
  unknown: RecognisedColumns['unknown'],
  locale: Locale,
): ReturnType<(typeof tableErrors)['missing-columns']> {
  const closest = missing.flatMap((column) => {
    const near = unknown.find((candidate) => candidate.closest === column);
    return near ? [{ column, header: near.header }] : [];
  });
  const pairs = closest.map(({ column, header }) => `“${header}” → ${titleOf(column, locale)}`).join(', ');
  const question: LocalizedText = {
    en: ` Did you mean: ${pairs}?`,
    ur: ` کیا آپ کی مراد یہ تھی: ${pairs}؟`,
    zh: `您是否指：${pairs}？`,
  };
  return tableErrors['missing-columns'](
    {
      missing: missing
        .map((column) => titleOf(column, locale))
        .join(locale === 'zh' ? '、' : locale === 'ur' ? '، ' : ', '),
      hint: pairs ? inLocale(question, locale) : '',
    },
    { missing, closest },
  );
}

/** The column of a header; of one in several languages (“Rank / عہدہ / 职级”) when its parts agree. */
function columnOf(header: string): PeopleColumn | undefined {
  const whole = KNOWN.get(foldHeader(header));
  if (whole) return whole;
  const parts = header
    .split(/[/|\n\\、]| - /)
    .map(foldHeader)
    .filter((part) => part !== '');
  const found = new Set(parts.map((part) => KNOWN.get(part)));
  const [column] = found;
  return parts.length > 1 && found.size === 1 ? column : undefined;
}

/** Letters and digits alone, in one case and width; Arabic letters in their Urdu form. */
function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function closestColumn(folded: string): PeopleColumn | null {
  let best: PeopleColumn | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  const text = folded.slice(0, 40);
  for (const [name, column] of KNOWN) {
    const distance = editDistance(text, name);
    // Two letters in five may differ; a header of two letters must be exact.
    if (distance < bestDistance && distance <= Math.floor(Math.max(text.length, name.length) * 0.4)) {
      best = column;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++)
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    previous = current;
  }
  return previous[b.length];
}

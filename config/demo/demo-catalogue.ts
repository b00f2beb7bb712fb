import type { LocalizedText } from '@jssu/kernel';

// Invented courses, schemes and venues: titles in the field's words, nothing of tactics or operations.

const text = (en: string, ur: string, zh: string): LocalizedText => ({ en, ur, zh });

export interface DemoCourse {
  readonly code: string;
  readonly title: LocalizedText;
  /** The syllabus as the catalogue takes it. */
  readonly content: Readonly<Record<string, unknown>>;
}

const block = (
  code: string,
  title: LocalizedText,
  kind: 'theory' | 'practical' | 'exercise' | 'assessment',
  hours: number,
  needs: object = { venueKind: 'classroom' },
) => ({ code, title, kind, minutes: hours * 60, ...needs });
const assessment = (
  code: string,
  title: LocalizedText,
  kind: 'written' | 'practical' | 'oral',
  passScore: number,
  maxAttempts = 2,
) => ({ code, title, kind, maxScore: 100, passScore, maxAttempts });
const RANGE = {
  venueKind: 'training-ground',
  traineesPerInstructor: 12,
  roles: [
    { role: 'lead', count: 1 },
    { role: 'safety', count: 1 },
  ],
};
const WRITTEN = assessment('WRITTEN', text('Written test', 'تحریری امتحان', '笔试'), 'written', 60);
const PRACTICAL = assessment('PRACTICAL', text('Practical test', 'عملی امتحان', '实操考核'), 'practical', 70);

export const DEMO_COURSES: readonly DemoCourse[] = [
  {
    code: 'GUARD-101',
    title: text('Site guard, basic course', 'سائٹ گارڈ، بنیادی کورس', '驻地警卫基础课程'),
    content: {
      blocks: [
        block('DUTY', text('Duties and standing orders', 'فرائض اور مستقل احکامات', '职责与常规命令'), 'theory', 4),
        block('ACCESS', text('Access control', 'داخلے کا کنٹرول', '出入管理'), 'practical', 6, RANGE),
        block('REPORT', text('Reports and logs', 'رپورٹیں اور اندراج', '报告与记录'), 'theory', 4),
        block('SCENARIO', text('Exercise at the gate', 'گیٹ پر مشق', '门岗演练'), 'exercise', 4, RANGE),
        block('EXAM', text('Final assessment', 'حتمی جانچ', '结业考核'), 'assessment', 2),
      ],
      assessments: [WRITTEN, PRACTICAL],
      passRule: { mustPass: ['PRACTICAL'], atLeast: 2, minimumAverage: 65 },
      minimumAttendance: 80,
      prerequisites: [],
    },
  },
  {
    code: 'FIRST-AID-101',
    title: text('First aid at the workplace', 'کام کی جگہ پر ابتدائی طبی امداد', '工作场所急救'),
    content: {
      blocks: [
        block('BASIC', text('Basic life support', 'زندگی بچانے کی بنیادی مہارت', '基础生命支持'), 'practical', 4, {
          venueKind: 'classroom',
          traineesPerInstructor: 16,
          equipment: [{ kind: 'manikin', quantity: 4 }],
        }),
        block(
          'HEAT',
          text('Heat, bites and dehydration', 'گرمی، ڈنک اور پانی کی کمی', '中暑、咬伤与脱水'),
          'theory',
          2,
        ),
      ],
      assessments: [PRACTICAL],
      passRule: { mustPass: ['PRACTICAL'], atLeast: 1 },
      minimumAttendance: 100,
      prerequisites: [],
    },
  },
  {
    code: 'CHINESE-101',
    title: text('Working Chinese for guards', 'گارڈز کے لیے روزمرہ چینی زبان', '警卫工作汉语'),
    content: {
      blocks: [
        block('GREET', text('Greetings and names', 'سلام دعا اور نام', '问候与称呼'), 'theory', 4),
        block('GATE', text('Phrases at the gate', 'گیٹ پر بولے جانے والے جملے', '门岗用语'), 'practical', 4),
      ],
      assessments: [assessment('ORAL', text('Oral test', 'زبانی امتحان', '口试'), 'oral', 60)],
      passRule: { mustPass: ['ORAL'], atLeast: 1 },
      minimumAttendance: 75,
      prerequisites: [],
    },
  },
  {
    code: 'LEAD-201',
    title: text('Guard team leader', 'گارڈ ٹیم لیڈر', '警卫班组长'),
    content: {
      blocks: [
        block('LEAD', text('Leading a shift', 'شفٹ کی قیادت', '带班管理'), 'theory', 6),
        block('LIAISE', text('Working with the Chinese side', 'چینی فریق کے ساتھ کام', '与中方协作'), 'exercise', 4),
      ],
      assessments: [WRITTEN],
      passRule: { mustPass: ['WRITTEN'], atLeast: 1 },
      minimumAttendance: 80,
      prerequisites: [{ kind: 'course', code: 'GUARD-101' }],
    },
  },
];

export interface DemoScheme {
  readonly code: string;
  readonly title: LocalizedText;
  /** The rules of version 1 as certification takes them. */
  readonly rules: Readonly<Record<string, unknown>>;
}

const course = (subject: string, maxAge?: object) => ({
  op: 'evidence',
  key: `course-${subject.toLowerCase()}`,
  kind: 'course-result',
  subject,
  ...(maxAge && { maxAge }),
});
const FITNESS = { op: 'evidence', key: 'fitness', kind: 'fitness', maxAge: { years: 1 } };

export const DEMO_SCHEMES: readonly DemoScheme[] = [
  {
    code: 'SITE-GUARD-1',
    title: text('Site guard, level 1', 'سائٹ گارڈ، درجہ اول', '驻地警卫一级'),
    rules: {
      requirement: course('GUARD-101', { months: 6 }),
      validity: { years: 1 },
      renewalWindow: { months: 2 },
      grace: { days: 30 },
      anchor: { kind: 'old-expiry' },
      authorities: ['pk'],
    },
  },
  {
    code: 'FIRST-AIDER',
    title: text('Workplace first aider', 'کام کی جگہ پر ابتدائی طبی معاون', '工作场所急救员'),
    rules: {
      requirement: { op: 'all', of: [course('FIRST-AID-101', { months: 3 }), FITNESS] },
      validity: { years: 2 },
      renewalWindow: { months: 3 },
      grace: { days: 0 },
      anchor: { kind: 'completion' },
      authorities: ['pk'],
    },
  },
  {
    code: 'TEAM-LEADER',
    title: text('Guard team leader', 'گارڈ ٹیم لیڈر', '警卫班组长'),
    rules: {
      requirement: {
        op: 'all',
        of: [course('LEAD-201', { years: 1 }), { op: 'any', of: [course('CHINESE-101'), FITNESS] }],
      },
      validity: { years: 3 },
      renewalWindow: { months: 6 },
      grace: { days: 60 },
      anchor: { kind: 'completion' },
      // Both sides sign.
      authorities: ['pk', 'cn'],
    },
  },
];

export interface DemoVenue {
  readonly code: string;
  readonly kind: string;
  readonly site: string;
  readonly capacity: number;
  readonly name: LocalizedText;
}

export const DEMO_VENUES: readonly DemoVenue[] = [
  {
    code: 'GWD-CLASS-1',
    kind: 'classroom',
    site: 'GWADAR-PORT',
    capacity: 40,
    name: text('Classroom 1, Gwadar', 'کلاس روم 1، گوادر', '瓜达尔1号教室'),
  },
  {
    code: 'GWD-GROUND',
    kind: 'training-ground',
    site: 'GWADAR-PORT',
    capacity: 60,
    name: text('Training ground, Gwadar', 'تربیتی میدان، گوادر', '瓜达尔训练场'),
  },
  {
    code: 'KHI-CLASS-1',
    kind: 'classroom',
    site: 'KARACHI-K2K3',
    capacity: 30,
    name: text('Classroom 1, Karachi', 'کلاس روم 1، کراچی', '卡拉奇1号教室'),
  },
  {
    code: 'KHI-GROUND',
    kind: 'training-ground',
    site: 'KARACHI-K2K3',
    capacity: 40,
    name: text('Training ground, Karachi', 'تربیتی میدان، کراچی', '卡拉奇训练场'),
  },
];

export interface DemoEquipment {
  readonly code: string;
  readonly kind: string;
  readonly site: string;
  readonly quantity: number;
  readonly name: LocalizedText;
}

export const DEMO_EQUIPMENT: readonly DemoEquipment[] = [
  {
    code: 'MANIKINS-GWD',
    kind: 'manikin',
    site: 'GWADAR-PORT',
    quantity: 6,
    name: text('Training manikins, Gwadar', 'تربیتی پتلے، گوادر', '瓜达尔急救模型'),
  },
];

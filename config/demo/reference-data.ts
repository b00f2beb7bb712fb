import type { LocalizedText } from '@jssu/kernel';

// Names of forces, ranks and districts are from the public record (Pakistan's police and civil armed forces, the
// districts of the provinces). Codes are this product's own. Which force serves where is invented.

const text = (en: string, ur: string, zh: string): LocalizedText => ({ en, ur, zh });

export interface DemoForce {
  readonly code: string;
  /** Of invented service numbers, as in `BLC-2021-00417`. */
  readonly prefix: string;
  readonly ranks: 'police' | 'army' | 'instructor';
  readonly name: LocalizedText;
}

export const DEMO_FORCES: readonly DemoForce[] = [
  {
    code: 'BALOCHISTAN-POLICE',
    prefix: 'BLC',
    ranks: 'police',
    name: text('Balochistan Police', 'بلوچستان پولیس', '俾路支省警察'),
  },
  {
    code: 'SINDH-POLICE',
    prefix: 'SND',
    ranks: 'police',
    name: text('Sindh Police', 'سندھ پولیس', '信德省警察'),
  },
  {
    code: 'KP-POLICE',
    prefix: 'KPP',
    ranks: 'police',
    name: text('Khyber Pakhtunkhwa Police', 'خیبر پختونخوا پولیس', '开伯尔-普赫图赫瓦省警察'),
  },
  {
    code: 'FC-BALOCHISTAN',
    prefix: 'FCB',
    ranks: 'army',
    name: text('Frontier Corps Balochistan', 'فرنٹیئر کور بلوچستان', '俾路支省边防军'),
  },
  {
    code: 'PAKISTAN-ARMY',
    prefix: 'PKA',
    ranks: 'army',
    name: text('Pakistan Army', 'پاک فوج', '巴基斯坦陆军'),
  },
  {
    code: 'CN-TRAINING-TEAM',
    prefix: 'CNT',
    ranks: 'instructor',
    name: text('Chinese Training Team', 'چینی تربیتی ٹیم', '中方培训组'),
  },
];

/** From the lowest up. */
export const DEMO_RANKS: Readonly<Record<DemoForce['ranks'], readonly LocalizedText[]>> = {
  police: [
    text('Constable', 'کانسٹیبل', '警员'),
    text('Head Constable', 'ہیڈ کانسٹیبل', '警长'),
    text('Assistant Sub-Inspector', 'اسسٹنٹ سب انسپکٹر', '助理副督察'),
    text('Sub-Inspector', 'سب انسپکٹر', '副督察'),
    text('Inspector', 'انسپکٹر', '督察'),
    text('Deputy Superintendent', 'ڈپٹی سپرنٹنڈنٹ', '副警司'),
  ],
  army: [
    text('Sepoy', 'سپاہی', '列兵'),
    text('Lance Naik', 'لانس نائیک', '一等兵'),
    text('Naik', 'نائیک', '下士'),
    text('Havildar', 'حوالدار', '中士'),
    text('Naib Subedar', 'نائب صوبیدار', '初级准尉'),
    text('Subedar', 'صوبیدار', '准尉'),
  ],
  instructor: [
    text('Instructor', 'انسٹرکٹر', '教官'),
    text('Senior Instructor', 'سینئر انسٹرکٹر', '高级教官'),
    text('Chief Instructor', 'چیف انسٹرکٹر', '总教官'),
  ],
};

export const DEMO_DISTRICTS: readonly LocalizedText[] = [
  text('Chagai', 'چاغی', '查盖'),
  text('Gwadar', 'گوادر', '瓜达尔'),
  text('Quetta', 'کوئٹہ', '奎达'),
  text('Kech', 'کیچ', '凯奇'),
  text('Hub', 'حب', '胡布'),
  text('Khuzdar', 'خضدار', '胡兹达尔'),
  text('Karachi West', 'کراچی غربی', '卡拉奇西'),
  text('Malir', 'ملیر', '马利尔'),
  text('Tharparkar', 'تھرپارکر', '塔帕卡'),
  text('Upper Kohistan', 'اپر کوہستان', '上科希斯坦'),
  text('Mansehra', 'مانسہرہ', '曼塞赫拉'),
  text('Peshawar', 'پشاور', '白沙瓦'),
];

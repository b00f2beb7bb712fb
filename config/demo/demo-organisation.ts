import type { LocalizedText, Party } from '@jssu/kernel';

// Names of forces, sites and districts are from the public record; codes, posts and people are invented.

const text = (en: string, ur: string, zh: string): LocalizedText => ({ en, ur, zh });

export interface DemoUnit {
  readonly code: string;
  readonly parent: string | null;
  readonly party: Party;
  readonly name: LocalizedText;
}

export const DEMO_UNITS: readonly DemoUnit[] = [
  {
    code: 'JSSU',
    parent: null,
    party: 'joint',
    name: text('Joint Special Security Unit', 'جوائنٹ اسپیشل سیکیورٹی یونٹ', '联合特别安全部队'),
  },
  {
    code: 'SSD-NORTH',
    parent: 'JSSU',
    party: 'pk',
    name: text('Special Security Division North', 'اسپیشل سیکیورٹی ڈویژن شمالی', '北部特别安全师'),
  },
  {
    code: 'SSD-SOUTH',
    parent: 'JSSU',
    party: 'pk',
    name: text('Special Security Division South', 'اسپیشل سیکیورٹی ڈویژن جنوبی', '南部特别安全师'),
  },
  {
    code: 'SPU-BALOCHISTAN',
    parent: 'SSD-SOUTH',
    party: 'pk',
    name: text('Special Protection Unit Balochistan', 'اسپیشل پروٹیکشن یونٹ بلوچستان', '俾路支省特别保护队'),
  },
  {
    code: 'SPU-SINDH',
    parent: 'SSD-SOUTH',
    party: 'pk',
    name: text('Special Protection Unit Sindh', 'اسپیشل پروٹیکشن یونٹ سندھ', '信德省特别保护队'),
  },
  {
    code: 'SSU-KP',
    parent: 'SSD-NORTH',
    party: 'pk',
    name: text('Special Security Unit Khyber Pakhtunkhwa', 'اسپیشل سیکیورٹی یونٹ خیبر پختونخوا', '开普省特别安全队'),
  },
  {
    code: 'CN-TRAINING',
    parent: 'JSSU',
    party: 'cn',
    name: text('Chinese Training Team', 'چینی تربیتی ٹیم', '中方培训组'),
  },
];

export interface DemoSite {
  readonly code: string;
  readonly district: string;
  readonly name: LocalizedText;
}

export const DEMO_SITES: readonly DemoSite[] = [
  { code: 'REKO-DIQ', district: 'Chagai', name: text('Reko Diq', 'ریکوڈک', '雷科迪克') },
  { code: 'SAINDAK', district: 'Chagai', name: text('Saindak', 'سیندک', '山达克') },
  { code: 'GWADAR-PORT', district: 'Gwadar', name: text('Gwadar Port', 'گوادر بندرگاہ', '瓜达尔港') },
  { code: 'KARACHI-K2K3', district: 'Karachi West', name: text('Karachi K-2/K-3', 'کراچی کے-2/کے-3', '卡拉奇K-2/K-3') },
  { code: 'DASU', district: 'Upper Kohistan', name: text('Dasu Hydropower', 'داسو پن بجلی', '达苏水电站') },
];

export interface DemoPost {
  readonly code: string;
  readonly site: string;
  readonly unit: string;
  readonly strength: number;
  readonly title: LocalizedText;
}

export const DEMO_POSTS: readonly DemoPost[] = [
  {
    code: 'RD-GUARD',
    site: 'REKO-DIQ',
    unit: 'SPU-BALOCHISTAN',
    strength: 4,
    title: text('Site guard, Reko Diq', 'سائٹ گارڈ، ریکوڈک', '雷科迪克驻地警卫'),
  },
  {
    code: 'GWP-GUARD',
    site: 'GWADAR-PORT',
    unit: 'SPU-BALOCHISTAN',
    strength: 4,
    title: text('Site guard, Gwadar Port', 'سائٹ گارڈ، گوادر', '瓜达尔港驻地警卫'),
  },
  {
    code: 'KHI-GUARD',
    site: 'KARACHI-K2K3',
    unit: 'SPU-SINDH',
    strength: 5,
    title: text('Site guard, Karachi', 'سائٹ گارڈ، کراچی', '卡拉奇驻地警卫'),
  },
  {
    code: 'DASU-GUARD',
    site: 'DASU',
    unit: 'SSU-KP',
    strength: 5,
    title: text('Site guard, Dasu', 'سائٹ گارڈ، داسو', '达苏驻地警卫'),
  },
];

/** Invented people: English, Urdu and, for some, Chinese names. */
export const DEMO_NAMES: readonly (readonly [string, string, string?])[] = [
  ['Zainab Mirza', 'زینب مرزا'],
  ['Hamza Zaidi', 'حمزہ زیدی'],
  ['Aziz Ahmed', 'عزیز احمد', '阿齐兹·艾哈迈德'],
  ['Naveed Akhtar', 'نوید اختر'],
  ['Bilal Hussain', 'بلال حسین'],
  ['Sana Baloch', 'ثنا بلوچ', '萨娜·俾路支'],
  ['Imran Khattak', 'عمران خٹک'],
  ['Gul Muhammad', 'گل محمد'],
  ['Farhan Soomro', 'فرحان سومرو'],
  ['Rabia Mengal', 'رابعہ مینگل'],
  ['Tariq Afridi', 'طارق آفریدی'],
  ['Ayesha Siddiqui', 'عائشہ صدیقی'],
  ['Kamran Bugti', 'کامران بگٹی'],
  ['Nadia Shah', 'نادیہ شاہ'],
  ['Yousaf Rind', 'یوسف رند'],
  ['Waqas Malik', 'وقاص ملک'],
];

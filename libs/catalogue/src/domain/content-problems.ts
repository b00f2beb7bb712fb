import type { LocalizedText } from '@jssu/kernel';

const TEXTS = {
  'not-an-object': {
    en: 'An object is expected here.',
    ur: 'یہاں ایک آبجیکٹ درکار ہے۔',
    zh: '此处应为对象。',
  },
  'unknown-member': {
    en: 'This member is not known.',
    ur: 'یہ رکن معلوم نہیں۔',
    zh: '此成员未知。',
  },
  'bad-list': {
    en: 'A list is expected here, neither too short nor too long.',
    ur: 'یہاں ایک فہرست درکار ہے، نہ بہت چھوٹی نہ بہت لمبی۔',
    zh: '此处应为长度适当的列表。',
  },
  'bad-code': {
    en: 'The code has characters or a length that are not allowed.',
    ur: 'کوڈ میں ایسے حروف یا لمبائی ہے جس کی اجازت نہیں۔',
    zh: '代码的字符或长度不符合要求。',
  },
  'bad-title': {
    en: 'The title is needed in English, Urdu and Chinese, at most 300 characters each.',
    ur: 'عنوان انگریزی، اردو اور چینی میں درکار ہے، ہر ایک زیادہ سے زیادہ 300 حروف۔',
    zh: '标题须有英文、乌尔都文和中文，各不超过 300 个字符。',
  },
  'unknown-kind': {
    en: 'This is none of the kinds that there are.',
    ur: 'یہ موجودہ اقسام میں سے نہیں۔',
    zh: '这不是已有的类型。',
  },
  'number-out-of-range': {
    en: 'A whole number within the limits is expected here.',
    ur: 'یہاں حدود کے اندر پورا عدد درکار ہے۔',
    zh: '此处应为限定范围内的整数。',
  },
  repeated: {
    en: 'The same entry is there twice.',
    ur: 'یہی اندراج دو بار موجود ہے۔',
    zh: '同一条目出现两次。',
  },
  'unknown-assessment': {
    en: 'The pass rule names an assessment that the syllabus has not.',
    ur: 'کامیابی کا قاعدہ ایسا امتحان بتاتا ہے جو نصاب میں نہیں۔',
    zh: '通过规则引用了大纲中没有的考核。',
  },
  'nothing-to-average': {
    en: 'An average needs at least one assessment.',
    ur: 'اوسط کے لیے کم از کم ایک امتحان درکار ہے۔',
    zh: '计算平均分至少需要一项考核。',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type ContentProblemCode = keyof typeof TEXTS;

export interface ContentProblem {
  /** Where, such as `blocks[0].minutes`; `$` for the whole. */
  readonly path: string;
  readonly code: ContentProblemCode;
  readonly message: LocalizedText;
}

export function problem(path: string, code: ContentProblemCode): ContentProblem {
  return { path, code, message: TEXTS[code] };
}

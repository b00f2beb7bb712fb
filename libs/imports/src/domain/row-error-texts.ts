import type { ErrorDefinition } from '@jssu/kernel';

type Three = readonly [en: string, ur: string, zh: string];

/** Faults of rows are all unprocessable content; the row report, not HTTP, is where they are read. */
function row(title: Three, remedy: Three): ErrorDefinition {
  const text = ([en, ur, zh]: Three) => ({ en, ur, zh });
  return { status: 422, title: text(title), remedy: text(remedy) };
}

export const ROW_TEXTS = {
  'value-missing': row(
    ['A required value is missing', 'لازمی اندراج موجود نہیں', '缺少必填值'],
    ['Fill in the cell.', 'خانہ پُر کریں۔', '请填写该单元格。'],
  ),
  'cell-too-long': row(
    [
      'The text is too long; at most {limit} characters',
      'متن بہت لمبا ہے؛ زیادہ سے زیادہ {limit} حروف',
      '文本过长，最多 {limit} 个字符',
    ],
    [
      'Shorten it. If several rows ran into one, check the quotation marks.',
      'اسے مختصر کریں۔ اگر کئی سطریں مل گئی ہیں تو واوین جانچیں۔',
      '请缩短；若多行合并为一格，请检查引号。',
    ],
  ),
  formula: row(
    ['The cell holds a formula', 'خانے میں فارمولا ہے', '单元格含有公式'],
    [
      'Copy the column and paste it as values (Paste special → Values).',
      'کالم نقل کر کے بطور قدر چسپاں کریں (Paste special → Values)۔',
      '请复制该列并“选择性粘贴 → 数值”。',
    ],
  ),
  'excel-error': row(
    ['The cell holds an error of Excel', 'خانے میں ایکسل کی خرابی ہے', '单元格为 Excel 错误值'],
    [
      'Correct the cell in Excel, or clear it.',
      'ایکسل میں خانہ درست کریں یا خالی کریں۔',
      '请在 Excel 中更正或清空该单元格。',
    ],
  ),
  'service-number-form': row(
    ['This is no service number', 'یہ سروس نمبر نہیں', '不是有效的军警号'],
    [
      'Use 3 to 40 letters A–Z, digits, dashes and slashes, such as BLC-2021-00417.',
      '3 سے 40 حروف A–Z، ہندسے، ڈیش اور سلیش استعمال کریں، مثلاً BLC-2021-00417۔',
      '请用 3 至 40 位字母 A–Z、数字、连字符或斜杠，例如 BLC-2021-00417。',
    ],
  ),
  'service-number-national-id': row(
    [
      'A national id stands in the place of the service number',
      'سروس نمبر کی جگہ شناختی کارڈ نمبر لکھا ہے',
      '军警号处填写了身份证号',
    ],
    [
      'Enter the service number; the national id has its own column, where it is kept encrypted.',
      'سروس نمبر لکھیں؛ شناختی نمبر کا اپنا کالم ہے جہاں وہ خفیہ رکھا جاتا ہے۔',
      '请填写军警号；身份证号另有专列，加密保存。',
    ],
  ),
  'service-number-repeated': row(
    [
      'The service number stands in row {firstRow} already',
      'یہ سروس نمبر سطر {firstRow} میں پہلے سے ہے',
      '该军警号已出现在第 {firstRow} 行',
    ],
    [
      'Keep the right one of the two rows; correct or delete the other.',
      'دونوں سطروں میں سے درست رکھیں؛ دوسری درست کریں یا مٹائیں۔',
      '请保留正确的一行，更正或删除另一行。',
    ],
  ),
  'national-id-repeated': row(
    [
      'The national id stands in row {firstRow} already',
      'یہ شناختی نمبر سطر {firstRow} میں پہلے سے ہے',
      '该身份证号已出现在第 {firstRow} 行',
    ],
    [
      'Check both numbers against the cards; one person has one row.',
      'دونوں نمبر کارڈ سے ملائیں؛ ایک شخص کی ایک ہی سطر ہوتی ہے۔',
      '请对照证件核对两个号码；每人只占一行。',
    ],
  ),
  'name-script': row(
    ['The name is not in the script of this column', 'نام اس کالم کے رسم الخط میں نہیں', '姓名与该列文字不符'],
    [
      'Write Latin letters under English, Urdu letters under Urdu, Chinese characters under Chinese; no digits.',
      'انگریزی میں لاطینی، اردو میں اردو، چینی میں چینی حروف لکھیں؛ ہندسے نہیں۔',
      '英文列用拉丁字母，乌尔都文列用乌尔都字母，中文列用汉字；不含数字。',
    ],
  ),
  'name-letters-mapped': row(
    ['Arabic letters were turned into Urdu ones', 'عربی حروف اردو حروف میں بدلے گئے', '阿拉伯字母已转换为乌尔都字母'],
    [
      'Nothing to do, unless the name is spelled in Arabic on purpose.',
      'کچھ کرنا ضروری نہیں، الا یہ کہ نام قصداً عربی املا میں ہو۔',
      '通常无需处理，除非姓名特意使用阿拉伯文拼写。',
    ],
  ),
  'national-id-scientific': row(
    [
      'Excel turned the number into scientific notation; digits are lost',
      'ایکسل نے نمبر کو سائنسی شکل میں بدل دیا؛ ہندسے ضائع ہو گئے',
      'Excel 已将号码转为科学计数法，位数丢失',
    ],
    [
      'Format the column as text, enter the 13 digits again (with dashes is best), and save.',
      'کالم کو متن (Text) بنائیں، 13 ہندسے دوبارہ لکھیں (ڈیش کے ساتھ بہتر) اور محفوظ کریں۔',
      '请将该列设为文本格式，重新输入 13 位号码（最好带连字符）后保存。',
    ],
  ),
  'national-id-rounded': row(
    [
      'Excel rounded the number: it keeps 15 digits only',
      'ایکسل نے نمبر کو گول کر دیا: وہ صرف 15 ہندسے رکھتا ہے',
      'Excel 只保留 15 位数字，号码已被舍入',
    ],
    [
      'Format the column as text, then enter the 18 characters again.',
      'کالم کو متن (Text) بنائیں، پھر 18 حروف دوبارہ لکھیں۔',
      '请将该列设为文本格式，再重新输入 18 位号码。',
    ],
  ),
  'national-id-zero-lost': row(
    [
      'The CNIC has 12 digits; Excel may have dropped a leading zero',
      'شناختی نمبر کے 12 ہندسے ہیں؛ شاید ایکسل نے پہلا صفر ہٹا دیا',
      '身份证号只有 12 位，Excel 可能去掉了前导零',
    ],
    [
      'Check it against the card; format the column as text and enter all 13 digits.',
      'کارڈ سے ملائیں؛ کالم کو متن (Text) بنا کر پورے 13 ہندسے لکھیں۔',
      '请对照证件，将该列设为文本格式并输入全部 13 位。',
    ],
  ),
  'national-id-length': row(
    ['This is no national id', 'یہ شناختی نمبر نہیں', '不是有效的身份证号'],
    [
      'Enter the 13 digits of the CNIC, with or without dashes; for the Chinese party 18 characters.',
      'شناختی کارڈ کے 13 ہندسے لکھیں، ڈیش کے ساتھ یا بغیر؛ چینی فریق کے لیے 18 حروف۔',
      '请输入 13 位 CNIC（可带连字符）；中方人员为 18 位。',
    ],
  ),
  'national-id-check': row(
    ['The check sum of the Chinese id is wrong', 'چینی شناختی نمبر کا جانچ ہندسہ غلط ہے', '身份证号校验位错误'],
    ['Compare all 18 characters with the card.', 'تمام 18 حروف کارڈ سے ملائیں۔', '请对照证件核对全部 18 位。'],
  ),
  'national-id-party': row(
    ['The kind of national id does not fit the party', 'شناختی نمبر کی قسم فریق سے نہیں ملتی', '证件类型与所属方不符'],
    [
      'Set the party to cn for a Chinese id of 18 characters, to pk for a CNIC of 13 digits.',
      '18 حروف کے چینی نمبر کے لیے فریق cn، 13 ہندسوں کے CNIC کے لیے pk رکھیں۔',
      '18 位中国身份证请填 cn，13 位 CNIC 请填 pk。',
    ],
  ),
  'birth-date-differs': row(
    [
      'The date of birth differs from the one in the national id',
      'تاریخ پیدائش شناختی نمبر والی سے مختلف ہے',
      '出生日期与身份证号不一致',
    ],
    ['Check both against the card.', 'دونوں کارڈ سے ملائیں۔', '请对照证件核对两者。'],
  ),
  'date-unreadable': row(
    ['This is no date', 'یہ تاریخ نہیں', '不是日期'],
    [
      'Write day/month/year with four digits for the year, such as 05/11/1998, or 1998-11-05.',
      'دن/مہینہ/سال لکھیں، سال چار ہندسوں میں، مثلاً 05/11/1998 یا 1998-11-05۔',
      '请写为 日/月/四位年份，如 05/11/1998，或 1998-11-05。',
    ],
  ),
  'date-impossible': row(
    ['The calendar has no such day', 'کیلنڈر میں ایسا کوئی دن نہیں', '日历中没有这一天'],
    ['Check day, month and year.', 'دن، مہینہ اور سال جانچیں۔', '请核对年、月、日。'],
  ),
  'date-month-first': row(
    ['The month seems to stand before the day', 'لگتا ہے مہینہ دن سے پہلے لکھا ہے', '月份似乎写在日期之前'],
    [
      'Write the day first, or use year-month-day, such as 1998-11-25. Check the other dates of the column too.',
      'دن پہلے لکھیں، یا سال-مہینہ-دن استعمال کریں، مثلاً 1998-11-25۔ کالم کی باقی تاریخیں بھی جانچیں۔',
      '请先写日，或用 年-月-日，如 1998-11-25；并检查该列其他日期。',
    ],
  ),
  'date-two-digit-year': row(
    ['The year has two digits only', 'سال صرف دو ہندسوں میں ہے', '年份只有两位数'],
    ['Write the year with four digits.', 'سال چار ہندسوں میں لکھیں۔', '请用四位数书写年份。'],
  ),
  'date-incomplete': row(
    ['The date is not complete', 'تاریخ مکمل نہیں', '日期不完整'],
    ['Give day, month and year.', 'دن، مہینہ اور سال تینوں دیں۔', '请给出年、月、日。'],
  ),
  'date-ambiguous': row(
    ['Read as {date}, day before month', '{date} پڑھا گیا، دن مہینے سے پہلے', '按“日/月”读作 {date}'],
    [
      'If the month stands first in this file, write the dates as year-month-day.',
      'اگر اس فائل میں مہینہ پہلے ہے تو تاریخیں سال-مہینہ-دن لکھیں۔',
      '若文件中月份在前，请改写为 年-月-日。',
    ],
  ),
  'birth-date-implausible': row(
    [
      'A date of birth that makes the person {age} years old',
      'اس تاریخ پیدائش سے عمر {age} سال بنتی ہے',
      '按此出生日期，年龄为 {age} 岁',
    ],
    [
      'Check the year; people on record are 16 to 100 years old.',
      'سال جانچیں؛ ریکارڈ میں افراد کی عمر 16 سے 100 سال ہے۔',
      '请核对年份；在册人员年龄应为 16 至 100 岁。',
    ],
  ),
  'birth-date-unusual': row(
    ['The person would be {age} years old', 'عمر {age} سال بنتی ہے', '年龄为 {age} 岁'],
    ['Check the year of birth.', 'پیدائش کا سال جانچیں۔', '请核对出生年份。'],
  ),
  'joined-in-future': row(
    ['The day of joining is in the future', 'شمولیت کی تاریخ آئندہ کی ہے', '入职日期在未来'],
    ['Enter the day on which the person joined.', 'وہ دن لکھیں جب شخص شامل ہوا۔', '请输入实际入职日期。'],
  ),
  'joined-too-young': row(
    [
      'The person would have joined at the age of {age}',
      'شمولیت کے وقت عمر {age} سال بنتی ہے',
      '入职时年龄为 {age} 岁',
    ],
    [
      'Check the date of birth and the date of joining.',
      'تاریخ پیدائش اور تاریخ شمولیت جانچیں۔',
      '请核对出生日期和入职日期。',
    ],
  ),
  'choice-unknown': row(
    [
      'This value is not among those allowed: {allowed}',
      'یہ قدر مجاز قدروں میں نہیں: {allowed}',
      '该值不在允许范围内：{allowed}',
    ],
    [
      'Use one of them, or leave the cell empty.',
      'ان میں سے ایک لکھیں یا خانہ خالی چھوڑیں۔',
      '请使用其中之一，或留空。',
    ],
  ),
  'code-form': row(
    ['This is no code', 'یہ کوڈ نہیں', '不是有效代码'],
    [
      'Use the code, not the name: 2 to 40 letters A–Z, digits and dashes, such as SPU-SINDH.',
      'نام نہیں کوڈ لکھیں: 2 سے 40 حروف A–Z، ہندسے اور ڈیش، مثلاً SPU-SINDH۔',
      '请填代码而非名称：2 至 40 位字母 A–Z、数字和连字符，如 SPU-SINDH。',
    ],
  ),
  'code-unknown': row(
    ['Nothing on record has the code {code}', 'کوڈ {code} ریکارڈ میں نہیں', '系统中没有代码 {code}'],
    [
      'Check the spelling in the list of units, sites and posts; create it there first when it is new.',
      'یونٹوں، سائٹوں اور پوسٹوں کی فہرست میں املا جانچیں؛ نیا ہو تو پہلے وہاں بنائیں۔',
      '请在单位、驻地和岗位列表中核对；如为新代码，请先创建。',
    ],
  ),
  'post-elsewhere': row(
    ['The post {post} belongs to the site {site}', 'پوسٹ {post} سائٹ {site} کی ہے', '岗位 {post} 属于驻地 {site}'],
    ['Correct the site or the post.', 'سائٹ یا پوسٹ درست کریں۔', '请更正驻地或岗位。'],
  ),
  'rank-form': row(
    ['This is no rank', 'یہ عہدہ نہیں', '不是有效职级'],
    [
      'Write the rank in words, at most 60 characters.',
      'عہدہ الفاظ میں لکھیں، زیادہ سے زیادہ 60 حروف۔',
      '请用文字填写职级，最多 60 个字符。',
    ],
  ),
  'phone-form': row(
    ['This is no telephone number', 'یہ ٹیلی فون نمبر نہیں', '不是有效电话号码'],
    [
      'Write it with the country code, such as +92 300 1234567 or +86 138 1234 5678.',
      'ملکی کوڈ کے ساتھ لکھیں، مثلاً ‎+92 300 1234567‎ یا ‎+86 138 1234 5678‎۔',
      '请加国家代码，如 +92 300 1234567 或 +86 138 1234 5678。',
    ],
  ),
  'phone-zero-lost': row(
    [
      'A leading zero was added to the telephone number',
      'ٹیلی فون نمبر میں پہلا صفر شامل کیا گیا',
      '已补上电话号码的前导零',
    ],
    [
      'Check the number; format the column as text to keep zeros.',
      'نمبر جانچیں؛ صفر محفوظ رکھنے کو کالم متن (Text) بنائیں۔',
      '请核对号码；将该列设为文本格式可保留零。',
    ],
  ),
  'email-form': row(
    ['This is no email address', 'یہ ای میل پتہ نہیں', '不是有效邮箱地址'],
    ['Write it like name@example.org.', 'اسے name@example.org کی طرح لکھیں۔', '请写成 name@example.org 的形式。'],
  ),
} satisfies Record<string, ErrorDefinition>;

export type RowCode = keyof typeof ROW_TEXTS;

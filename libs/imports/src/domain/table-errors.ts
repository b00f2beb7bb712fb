import { AppError, defineErrors } from '@jssu/kernel';

/** Refusals of a whole file: nothing of it is imported. */
export const tableErrors = defineErrors('imports', {
  'file-empty': {
    status: 422,
    title: { en: 'The file is empty', ur: 'فائل خالی ہے', zh: '文件为空' },
    remedy: {
      en: 'Choose the file that has a header row and one row for each person.',
      ur: 'وہ فائل منتخب کریں جس میں سرخیوں کی سطر اور ہر شخص کی ایک سطر ہو۔',
      zh: '请选择含标题行且每人一行的文件。',
    },
  },
  'file-too-large': {
    status: 413,
    title: { en: 'The file is too large', ur: 'فائل بہت بڑی ہے', zh: '文件过大' },
    detail: {
      en: 'The file is larger than {limitMb} MB.',
      ur: 'فائل {limitMb} میگا بائٹ سے بڑی ہے۔',
      zh: '文件超过 {limitMb} MB。',
    },
    remedy: {
      en: 'Split it into smaller files; remove pictures and sheets that are not needed.',
      ur: 'اسے چھوٹی فائلوں میں تقسیم کریں؛ غیر ضروری تصاویر اور شیٹیں ہٹا دیں۔',
      zh: '请拆分为较小的文件，并删除不需要的图片和工作表。',
    },
  },
  'too-many-rows': {
    status: 413,
    title: { en: 'Too many rows', ur: 'سطریں بہت زیادہ ہیں', zh: '行数过多' },
    detail: {
      en: 'The file has more than {limit} rows.',
      ur: 'فائل میں {limit} سے زیادہ سطریں ہیں۔',
      zh: '文件超过 {limit} 行。',
    },
    remedy: {
      en: 'Split it into several files and import one after the other.',
      ur: 'اسے کئی فائلوں میں تقسیم کر کے باری باری امپورٹ کریں۔',
      zh: '请拆分为多个文件，依次导入。',
    },
  },
  'too-many-columns': {
    status: 422,
    title: { en: 'Too many columns', ur: 'کالم بہت زیادہ ہیں', zh: '列数过多' },
    detail: {
      en: 'Row {row} has more than {limit} columns.',
      ur: 'سطر {row} میں {limit} سے زیادہ کالم ہیں۔',
      zh: '第 {row} 行超过 {limit} 列。',
    },
    remedy: {
      en: 'Start from the template; keep only its columns.',
      ur: 'نمونہ فائل سے شروع کریں؛ صرف اسی کے کالم رکھیں۔',
      zh: '请使用模板，仅保留其中的列。',
    },
  },
  'encoding-broken': {
    status: 422,
    title: { en: 'The text cannot be read', ur: 'متن پڑھا نہیں جا سکتا', zh: '无法读取文本' },
    detail: {
      en: 'Line {line} holds bytes that are no {encoding} text.',
      ur: 'لائن {line} میں ایسے بائٹ ہیں جو {encoding} متن نہیں۔',
      zh: '第 {line} 行含有非 {encoding} 文本的字节。',
    },
    remedy: {
      en: 'In Excel choose “Save as”, then “CSV UTF-8” or “Excel workbook (.xlsx)”, so that Urdu and Chinese names stay whole.',
      ur: 'ایکسل میں ”Save as“ سے ”CSV UTF-8“ یا ”Excel workbook (.xlsx)“ منتخب کریں تاکہ اردو اور چینی نام درست رہیں۔',
      zh: '请在 Excel 中“另存为”“CSV UTF-8”或“Excel 工作簿 (.xlsx)”，以保留乌尔都文和中文姓名。',
    },
  },
  'not-a-table': {
    status: 415,
    title: { en: 'This is no table', ur: 'یہ جدول نہیں ہے', zh: '这不是表格文件' },
    detail: {
      en: 'The file is neither CSV nor an Excel workbook (.xlsx).',
      ur: 'فائل نہ CSV ہے نہ ایکسل ورک بک (.xlsx)۔',
      zh: '文件既不是 CSV，也不是 Excel 工作簿 (.xlsx)。',
    },
    remedy: {
      en: 'Save the table as “CSV UTF-8” or as “Excel workbook (.xlsx)”. Unpack a ZIP file first.',
      ur: 'جدول کو ”CSV UTF-8“ یا ”Excel workbook (.xlsx)“ کے طور پر محفوظ کریں۔ ZIP فائل پہلے کھولیں۔',
      zh: '请将表格另存为“CSV UTF-8”或“Excel 工作簿 (.xlsx)”。ZIP 文件请先解压。',
    },
  },
  'old-excel': {
    status: 415,
    title: { en: 'Old Excel format', ur: 'ایکسل کا پرانا فارمیٹ', zh: '旧版 Excel 格式' },
    detail: {
      en: 'The file is an Excel 97–2003 (.xls) or binary (.xlsb) workbook.',
      ur: 'فائل ایکسل 97–2003 (.xls) یا بائنری (.xlsb) ورک بک ہے۔',
      zh: '该文件是 Excel 97–2003 (.xls) 或二进制 (.xlsb) 工作簿。',
    },
    remedy: {
      en: 'Open it in Excel and save it as “Excel workbook (.xlsx)”.',
      ur: 'اسے ایکسل میں کھول کر ”Excel workbook (.xlsx)“ کے طور پر محفوظ کریں۔',
      zh: '请在 Excel 中打开并另存为“Excel 工作簿 (.xlsx)”。',
    },
  },
  'file-encrypted': {
    status: 422,
    title: { en: 'The file has a password', ur: 'فائل پر پاس ورڈ لگا ہے', zh: '文件已加密' },
    remedy: {
      en: 'Remove the password in Excel (File → Info → Protect workbook), save and try again.',
      ur: 'ایکسل میں پاس ورڈ ہٹائیں (File → Info → Protect workbook)، محفوظ کریں اور دوبارہ کوشش کریں۔',
      zh: '请在 Excel 中移除密码（文件 → 信息 → 保护工作簿），保存后重试。',
    },
  },
  'archive-broken': {
    status: 422,
    title: { en: 'The workbook is damaged', ur: 'ورک بک خراب ہے', zh: '工作簿已损坏' },
    remedy: {
      en: 'Open it in Excel, save it again, and send that file.',
      ur: 'اسے ایکسل میں کھول کر دوبارہ محفوظ کریں اور وہ فائل بھیجیں۔',
      zh: '请在 Excel 中打开并重新保存，再上传该文件。',
    },
  },
  'archive-bomb': {
    status: 413,
    title: {
      en: 'The workbook unpacks to too much',
      ur: 'ورک بک کھلنے پر حد سے بڑی ہو جاتی ہے',
      zh: '工作簿解压后过大',
    },
    detail: {
      en: 'Unpacked, the workbook exceeds the limit of {limitMb} MB or is packed beyond what a table needs.',
      ur: 'کھلنے پر ورک بک {limitMb} میگا بائٹ کی حد سے بڑھتی ہے یا غیر معمولی طور پر دبائی گئی ہے۔',
      zh: '工作簿解压后超过 {limitMb} MB，或压缩比异常。',
    },
    remedy: {
      en: 'Copy the people’s rows alone into a new workbook, or save them as “CSV UTF-8”.',
      ur: 'صرف افراد کی سطریں نئی ورک بک میں نقل کریں، یا ”CSV UTF-8“ کے طور پر محفوظ کریں۔',
      zh: '请仅将人员行复制到新工作簿，或另存为“CSV UTF-8”。',
    },
  },
  'no-sheet': {
    status: 422,
    title: {
      en: 'The workbook has no sheet to read',
      ur: 'ورک بک میں پڑھنے کو کوئی شیٹ نہیں',
      zh: '工作簿中没有可读的工作表',
    },
    remedy: {
      en: 'Put the table on the first visible sheet.',
      ur: 'جدول پہلی نظر آنے والی شیٹ پر رکھیں۔',
      zh: '请将表格放在第一个可见的工作表中。',
    },
  },
  'quote-broken': {
    status: 422,
    title: { en: 'A quotation mark is out of place', ur: 'واوین کا نشان غلط جگہ پر ہے', zh: '引号位置有误' },
    detail: {
      en: 'The quoted cell that begins in row {row} does not end properly.',
      ur: 'سطر {row} میں واوین سے شروع ہونے والا خانہ ٹھیک طرح ختم نہیں ہوتا۔',
      zh: '从第 {row} 行开始的带引号单元格未正确结束。',
    },
    remedy: {
      en: 'Close the quotation mark in that row, or write it twice when it belongs to the text.',
      ur: 'اس سطر میں واوین بند کریں، یا اگر وہ متن کا حصہ ہے تو دو بار لکھیں۔',
      zh: '请在该行补全引号；若引号属于文本，请写两次。',
    },
  },
  'missing-columns': {
    status: 422,
    title: { en: 'Columns are missing', ur: 'کالم موجود نہیں', zh: '缺少列' },
    detail: {
      en: 'Not found in the header row: {missing}.{hint}',
      ur: 'سرخیوں کی سطر میں نہیں ملے: {missing}۔{hint}',
      zh: '标题行中未找到：{missing}。{hint}',
    },
    remedy: {
      en: 'Name the columns as the template does, or say which header stands for which column.',
      ur: 'کالموں کے نام نمونے کے مطابق رکھیں، یا بتائیں کہ کون سی سرخی کس کالم کی ہے۔',
      zh: '请按模板命名各列，或指定各标题对应的列。',
    },
  },
  'column-twice': {
    status: 422,
    title: { en: 'A column appears twice', ur: 'ایک کالم دو بار ہے', zh: '列重复' },
    detail: {
      en: 'The headers “{first}” and “{second}” stand for the same column.',
      ur: 'سرخیاں ”{first}“ اور ”{second}“ ایک ہی کالم کی ہیں۔',
      zh: '标题“{first}”与“{second}”指同一列。',
    },
    remedy: {
      en: 'Keep one of them, or say which header stands for the column.',
      ur: 'ان میں سے ایک رکھیں، یا بتائیں کہ کون سی سرخی اس کالم کی ہے۔',
      zh: '请保留其一，或指定该列对应的标题。',
    },
  },
  'mapping-unknown': {
    status: 422,
    title: {
      en: 'The column mapping does not fit the file',
      ur: 'کالموں کا نقشہ فائل سے نہیں ملتا',
      zh: '列映射与文件不符',
    },
    detail: {
      en: 'The file has no header “{header}” (meant for {column}).',
      ur: 'فائل میں سرخی ”{header}“ نہیں ہے (برائے {column})۔',
      zh: '文件中没有标题“{header}”（对应 {column}）。',
    },
    remedy: {
      en: 'Use the headers as they stand in the file.',
      ur: 'سرخیاں ویسے ہی دیں جیسے فائل میں ہیں۔',
      zh: '请使用文件中的原标题。',
    },
  },
});

/** Whether an error is a refusal of the file, as opposed to a fault of the program. */
export function isTableError(error: unknown): error is AppError {
  return (
    error instanceof AppError && error.code.startsWith('imports.') && error.code.slice('imports.'.length) in tableErrors
  );
}

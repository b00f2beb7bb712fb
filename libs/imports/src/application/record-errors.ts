import { defineErrors } from '@jssu/kernel';

/** Faults of a row against what is on record, as the domain's are against the file. */
export const recordErrors = defineErrors('imports', {
  'national-id-on-record': {
    status: 422,
    title: {
      en: 'Another person has this national id',
      ur: 'یہ شناختی نمبر کسی اور شخص کا ہے',
      zh: '该身份证号已属他人',
    },
    remedy: {
      en: 'Check both numbers: the person may be on record under another service number.',
      ur: 'دونوں نمبر جانچیں: شاید یہ شخص کسی اور سروس نمبر سے درج ہے۔',
      zh: '请核对两个号码：该人员可能以其他编号登记。',
    },
  },
  'person-out-of-scope': {
    status: 422,
    title: {
      en: 'This person belongs to a unit outside your scope',
      ur: 'یہ شخص آپ کے دائرے سے باہر کی یونٹ کا ہے',
      zh: '该人员属于您范围之外的单位',
    },
    remedy: {
      en: 'Ask an administrator of that unit to import the row.',
      ur: 'اس یونٹ کے ایڈمنسٹریٹر سے یہ سطر درآمد کرائیں۔',
      zh: '请由该单位的管理员导入此行。',
    },
  },
  'not-applied': {
    status: 409,
    title: { en: 'Nothing was imported', ur: 'کچھ درآمد نہیں ہوا', zh: '未导入任何内容' },
    detail: {
      en: '{refused} row(s) were refused, and the import was asked to be all or nothing.',
      ur: '{refused} سطریں مسترد ہوئیں، اور درآمد "سب یا کچھ نہیں" کے طور پر مانگی گئی تھی۔',
      zh: '有 {refused} 行被拒绝，而本次导入要求全部成功或全部不导入。',
    },
    remedy: {
      en: 'Correct the rows named in the report, or import without “all or nothing”.',
      ur: 'رپورٹ میں دی گئی سطریں درست کریں، یا "سب یا کچھ نہیں" کے بغیر درآمد کریں۔',
      zh: '请更正报告中列出的行，或取消“全部或无”选项后导入。',
    },
  },
  'no-file': {
    status: 400,
    title: { en: 'The request holds no file', ur: 'درخواست میں کوئی فائل نہیں', zh: '请求中没有文件' },
    remedy: {
      en: 'Send the spreadsheet as multipart/form-data in the field “file”.',
      ur: 'اسپریڈ شیٹ multipart/form-data میں "file" خانے میں بھیجیں۔',
      zh: '请以 multipart/form-data 的 “file” 字段发送表格。',
    },
  },
});

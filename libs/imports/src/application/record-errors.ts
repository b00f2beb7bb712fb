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
      en: 'This person belongs to a unit or a party outside your scope',
      ur: 'یہ شخص آپ کے دائرے سے باہر کی یونٹ یا فریق کا ہے',
      zh: '该人员属于您范围之外的单位或一方',
    },
    remedy: {
      en: 'Ask an administrator of that unit to import the row.',
      ur: 'اس یونٹ کے ایڈمنسٹریٹر سے یہ سطر درآمد کرائیں۔',
      zh: '请由该单位的管理员导入此行。',
    },
  },
  'own-record': {
    status: 422,
    title: {
      en: 'The row would change your own record',
      ur: 'یہ سطر آپ کا اپنا ریکارڈ بدل دے گی',
      zh: '此行会更改您本人的记录',
    },
    remedy: {
      en: 'Ask another administrator to import the row.',
      ur: 'کسی دوسرے ایڈمنسٹریٹر سے یہ سطر درآمد کرائیں۔',
      zh: '请由另一名管理员导入此行。',
    },
  },
  'posting-ahead': {
    status: 422,
    title: {
      en: 'A later posting is on record already',
      ur: 'بعد کی تعیناتی پہلے سے درج ہے',
      zh: '已登记较晚的派驻',
    },
    detail: {
      en: 'The row moves the person from today, but a posting that begins on {startsOn} is on record.',
      ur: 'یہ سطر آج سے تعیناتی بدلتی ہے، جبکہ {startsOn} سے شروع ہونے والی تعیناتی پہلے سے درج ہے۔',
      zh: '此行自今日起调动该人员，但已登记自 {startsOn} 开始的派驻。',
    },
    remedy: {
      en: 'Settle the postings on the person’s page, then import the row again.',
      ur: 'پہلے اس شخص کے صفحے پر تعیناتیاں درست کریں، پھر سطر دوبارہ درآمد کریں۔',
      zh: '请先在人员页面处理派驻，再重新导入此行。',
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
  interrupted: {
    status: 500,
    title: {
      en: 'The import was interrupted',
      ur: 'درآمد درمیان میں رک گئی',
      zh: '导入中断',
    },
    detail: {
      en: 'A fault on our side stopped the import after row {row}. What was imported until then is kept.',
      ur: 'ہماری طرف کی خرابی سے درآمد سطر {row} کے بعد رک گئی۔ اس وقت تک جو درآمد ہوا وہ محفوظ ہے۔',
      zh: '因系统故障，导入在第 {row} 行后停止。此前已导入的内容予以保留。',
    },
    remedy: {
      en: 'Run the failed job again from the list of jobs, or send the same file once more: rows that are done stay as they are.',
      ur: 'جابز کی فہرست سے ناکام جاب دوبارہ چلائیں، یا وہی فائل پھر بھیجیں: مکمل سطریں ویسی ہی رہیں گی۔',
      zh: '请在任务列表中重新运行失败的任务，或再次上传同一文件：已完成的行保持不变。',
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

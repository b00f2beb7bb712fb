const text = (en: string, ur: string, zh: string) => ({ en, ur, zh });

/** A syllabus as requests and answers show it. */
export const CONTENT_EXAMPLE = {
  blocks: [
    {
      code: 'SEARCH',
      title: text('Vehicle search', 'گاڑی کی تلاشی', '车辆检查'),
      kind: 'practical',
      minutes: 240,
      traineesPerInstructor: 12,
      roles: [
        { role: 'lead', count: 1 },
        { role: 'safety', count: 1 },
      ],
      venueKind: 'range',
      equipment: [{ kind: 'radio', quantity: 12 }],
    },
  ],
  assessments: [
    {
      code: 'FINAL',
      title: text('Final test', 'آخری امتحان', '结业考试'),
      kind: 'written',
      maxScore: 100,
      passScore: 60,
      maxAttempts: 2,
    },
  ],
  passRule: { mustPass: ['FINAL'], atLeast: 1 },
  minimumAttendance: 80,
  prerequisites: [],
};

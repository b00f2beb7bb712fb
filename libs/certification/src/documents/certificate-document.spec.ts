import { civilDate } from '@jssu/kernel';
import { templateData, writtenDate } from './certificate-document.js';
import { certificate } from './documents.fixtures.js';

describe('a date as each language writes it', () => {
  it('has no leading zeros, and the sign of the era in Urdu', () => {
    expect(writtenDate(civilDate('2026-01-05'))).toEqual({
      en: '5 January 2026',
      ur: '5 جنوری 2026ء',
      zh: '2026年1月5日',
    });
    expect(writtenDate(civilDate('2028-12-31'))).toEqual({
      en: '31 December 2028',
      ur: '31 دسمبر 2028ء',
      zh: '2028年12月31日',
    });
  });
});

describe('what the template reads', () => {
  it('leaves out what is absent or blank', () => {
    const data = templateData({
      ...certificate,
      holder: { en: ' Li Wei ', ur: ' ' },
      rank: '',
      expiresOn: null,
      course: undefined,
    });
    expect(JSON.parse(JSON.stringify(data))).toMatchObject({ holder: { en: 'Li Wei' } });
    for (const absent of ['rank', 'expires', 'course'])
      expect(JSON.parse(JSON.stringify(data))).not.toHaveProperty(absent);
  });

  it('writes the hours beside the course, in each language', () => {
    expect(templateData(certificate).course).toEqual({
      en: 'Static Site Security (40 hours)',
      ur: 'سٹیٹک سائٹ سیکیورٹی (40 گھنٹے)',
      zh: '固定站点安全（40 学时）',
    });
    expect(templateData({ ...certificate, courseHours: 1 }).course?.en).toBe('Static Site Security (1 hour)');
    expect(templateData({ ...certificate, courseHours: undefined }).course).toEqual(certificate.course);
  });

  it('knows of no place: only these members reach the page', () => {
    expect(Object.keys(templateData(certificate)).sort()).toEqual(
      'authorities code course date expires granted holder issuer number page rank scheme url'.split(' '),
    );
  });
});

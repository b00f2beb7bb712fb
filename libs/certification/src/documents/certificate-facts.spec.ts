import { civilDate } from '@jssu/kernel';
import { certificateContent, credentialContent, type CertificateFacts } from './certificate-facts.js';
import { criteriaOf } from './criteria.js';
import { AUTHORITIES, BY_RULE, publicUrls } from './issuer.js';

const urls = publicUrls('https://training.jssu.example');
const facts: CertificateFacts = {
  certificateId: '0192f5a0-7c4e-7d10-8a21-5b6c7d8e9f01',
  certificationId: '0192f5a0-7c4e-7d10-8a21-5b6c7d8e9f00',
  number: 'JSSU-2026-000123',
  verificationCode: '7f3k9q2mx8t4w6vbr5hn0j1kp2zd',
  holder: { en: 'Zainab Mirza', ur: 'زینب مرزا' },
  rank: 'Constable',
  scheme: {
    code: 'GUARD-1',
    title: { en: 'Site guard', ur: 'سائٹ گارڈ', zh: '驻地警卫' },
    requirement: { op: 'evidence', key: 'a', kind: 'course-result', subject: 'GUARD-101' },
  },
  course: { title: { en: 'Guarding', ur: 'پہرہ', zh: '警卫' }, minutes: 2250 },
  grantedOn: civilDate('2026-11-24'),
  expiresOn: civilDate('2027-11-23'),
  zone: 'Asia/Karachi',
  authorities: [
    { party: 'pk', signer: { en: 'Aziz Ahmed', ur: 'عزیز احمد', rank: 'Inspector' } },
    { party: 'cn', signer: null },
  ],
};

describe('the facts of a certificate', () => {
  it('name whoever signed, in each script that he has a name in, and the rule where nobody did', () => {
    const [pk, cn] = certificateContent(facts, urls).authorities;
    expect(pk).toEqual({
      party: 'pk',
      name: { en: 'Inspector Aziz Ahmed', ur: 'عزیز احمد', zh: 'Aziz Ahmed' },
      title: AUTHORITIES.pk,
    });
    expect(cn).toEqual({ party: 'cn', name: AUTHORITIES.cn, title: BY_RULE });
  });
  it('count the hours of the course to a tenth, and leave both out without one', () => {
    expect(certificateContent(facts, urls).courseHours).toBe(37.5);
    const without = certificateContent({ ...facts, course: null }, urls);
    expect([without.course, without.courseHours]).toEqual([undefined, undefined]);
  });
  it('give paper and credential the same number, days and address', () => {
    const [paper, credential] = [certificateContent(facts, urls), credentialContent(facts, urls)];
    expect(paper.verifyUrl).toBe('https://training.jssu.example/verify/7f3k9q2mx8t4w6vbr5hn0j1kp2zd');
    expect([credential.certificateNumber, credential.grantedOn, credential.expiresOn]).toEqual([
      paper.number,
      paper.grantedOn,
      paper.expiresOn,
    ]);
    expect(credential.achievement.criteria).toBe('- Course passed: GUARD-101');
  });
});

describe('criteria', () => {
  it('are the requirement as a list that people can read', () => {
    const course = { op: 'evidence', key: 'a', kind: 'course-result', subject: 'GUARD-101' } as const;
    const fitness = { op: 'evidence', key: 'b', kind: 'fitness', maxAge: { years: 1, months: 6 } } as const;
    const book = { op: 'evidence', key: 'c', kind: 'task-book' } as const;
    expect(criteriaOf({ op: 'all', of: [course, { op: 'n-of', n: 1, of: [fitness, book] }] })).toBe(
      [
        '- All of:',
        '  - Course passed: GUARD-101',
        '  - 1 of:',
        '    - Fitness for duty, at most 1 year and 6 months old',
        '    - Task book completed',
      ].join('\n'),
    );
  });
});

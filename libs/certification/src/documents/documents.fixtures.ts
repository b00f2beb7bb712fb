import { civilDate } from '@jssu/kernel';
import type { CertificateContent } from './certificate-document.js';
import type { CredentialContent } from './open-badge.js';

/** A certificate with everything on it; tests change what they are about. */
export const certificate: CertificateContent = {
  number: 'JSSU-2026-000123',
  verificationCode: '7f3k9q2mx8t4w6vbr5hn0j1kp2zd',
  verifyUrl: 'https://training.jssu.example/verify/7f3k9q2mx8t4w6vbr5hn0j1kp2zd',
  holder: { en: 'Muhammad Abdullah Khan', ur: 'محمد عبداللہ خان', zh: '穆罕默德·阿卜杜拉·汗' },
  rank: 'Havildar',
  scheme: { en: 'Static Site Guard, Level 1', ur: 'سٹیٹک سائٹ گارڈ، درجہ اول', zh: '固定站点警卫（一级）' },
  course: { en: 'Static Site Security', ur: 'سٹیٹک سائٹ سیکیورٹی', zh: '固定站点安全' },
  courseHours: 40,
  grantedOn: civilDate('2026-11-24'),
  expiresOn: civilDate('2029-11-23'),
  authorities: [
    {
      party: 'pk',
      name: { en: 'Brig. Ayesha Siddiqui', ur: 'بریگیڈیئر عائشہ صدیقی', zh: '阿伊莎·西迪基准将' },
      title: { en: 'Director of Training, Pakistan', ur: 'ڈائریکٹر تربیت، پاکستان', zh: '巴方训练主任' },
    },
    {
      party: 'cn',
      name: { en: 'Li Wei', ur: 'لی وے', zh: '李伟' },
      title: { en: 'Director of Training, China', ur: 'ڈائریکٹر تربیت، چین', zh: '中方训练主任' },
    },
  ],
  issuer: { en: 'Joint Special Security Unit', ur: 'جوائنٹ اسپیشل سیکیورٹی یونٹ', zh: '联合特别安全部队' },
};

export const credential: CredentialContent = {
  id: 'urn:uuid:0192f5a0-7c4e-7d10-8a21-5b6c7d8e9f01',
  certificationId: '0192f5a0-7c4e-7d10-8a21-5b6c7d8e9f00',
  certificateNumber: certificate.number,
  issuer: { id: 'https://training.jssu.example/api/v1/issuer', name: certificate.issuer },
  achievement: {
    id: 'https://training.jssu.example/api/v1/schemes/static-site-guard-1',
    name: certificate.scheme,
    description: 'Fit to guard a static site by day and by night.',
    criteria: 'Every requirement of the scheme, checked by the certifying authority.',
  },
  grantedOn: certificate.grantedOn,
  expiresOn: certificate.expiresOn,
};

export const KID = 'https://training.jssu.example/.well-known/credential-key.json';

import type { CivilDate, LocalizedText, Party } from '@jssu/kernel';
import { printedCode } from './verification-code.js';

/** Who signs for a party. */
export interface CertificateAuthority {
  readonly party: Party;
  readonly name: LocalizedText;
  readonly title: LocalizedText;
}

/** A name in each script it is known in; at least one. */
export interface HolderNames {
  readonly en?: string;
  readonly ur?: string;
  readonly zh?: string;
}

/**
 * All that a certificate says. Where the holder serves is not a part of it: a certificate is shown to strangers, and a
 * person next to a place is what they must not learn.
 */
export interface CertificateContent {
  readonly number: string;
  /** Printed in groups of four beside the address at which it is typed. */
  readonly verificationCode: string;
  /** What the QR code opens. */
  readonly verifyUrl: string;
  readonly holder: HolderNames;
  /** As the service writes it, in any script. */
  readonly rank?: string;
  readonly scheme: LocalizedText;
  readonly course?: LocalizedText;
  /** Of instruction; shown only beside the course. */
  readonly courseHours?: number;
  readonly grantedOn: CivilDate;
  /** The last day on which it holds; null: no end. */
  readonly expiresOn: CivilDate | null;
  /** One to three, in the order in which they stand on the page. */
  readonly authorities: readonly CertificateAuthority[];
  readonly issuer: LocalizedText;
}

const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ur: 'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر'.split(' '),
};

/** The day as each language writes it; Urdu with the sign of the Common Era, and with the digits of Pakistani offices. */
export function writtenDate(date: CivilDate): LocalizedText {
  const [year, month, day] = date.split('-').map(Number);
  return {
    en: `${day} ${MONTHS.en[month - 1]} ${year}`,
    ur: `${day} ${MONTHS.ur[month - 1]} ${year}ء`,
    zh: `${year}年${month}月${day}日`,
  };
}

/** What the template reads: plain texts, dates already written out. Never markup: Typst gets it as JSON. */
export interface TemplateData {
  readonly number: string;
  /** In groups, as it is typed. */
  readonly code: string;
  /** Where the code is typed, without the protocol. */
  readonly page: string;
  readonly url: string;
  readonly holder: HolderNames;
  readonly rank?: string;
  readonly scheme: LocalizedText;
  readonly course?: LocalizedText;
  readonly granted: LocalizedText;
  /** Absent: no end. */
  readonly expires?: LocalizedText;
  readonly authorities: readonly CertificateAuthority[];
  readonly issuer: LocalizedText;
  /** Year, month, day of granting: the date in the PDF's metadata, so that the same content gives the same bytes. */
  readonly date: readonly number[];
}

/** @throws RangeError when there is no name, or not one to three authorities. */
export function templateData(content: CertificateContent): TemplateData {
  const { holder, authorities, course, courseHours } = content;
  if (![holder.en, holder.ur, holder.zh].some((name) => name?.trim())) throw new RangeError('a holder without a name');
  if (authorities.length < 1 || authorities.length > 3)
    throw new RangeError(`${authorities.length} authorities: one to three fit on the page`);
  return {
    number: content.number,
    code: printedCode(content.verificationCode),
    page: content.verifyUrl.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, ''),
    url: content.verifyUrl,
    holder: {
      en: holder.en?.trim() || undefined,
      ur: holder.ur?.trim() || undefined,
      zh: holder.zh?.trim() || undefined,
    },
    rank: content.rank?.trim() || undefined,
    scheme: content.scheme,
    course: course && (courseHours === undefined ? course : withHours(course, courseHours)),
    granted: writtenDate(content.grantedOn),
    expires: content.expiresOn ? writtenDate(content.expiresOn) : undefined,
    authorities,
    issuer: content.issuer,
    date: content.grantedOn.split('-').map(Number),
  };
}

function withHours(course: LocalizedText, hours: number): LocalizedText {
  return {
    en: `${course.en} (${hours} ${hours === 1 ? 'hour' : 'hours'})`,
    ur: `${course.ur} (${hours} ${hours === 1 ? 'گھنٹہ' : 'گھنٹے'})`,
    zh: `${course.zh}（${hours} 学时）`,
  };
}

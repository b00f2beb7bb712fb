import type { CivilDate, LocalizedText, Party, Zone } from '@jssu/kernel';
import type { Requirement } from '../domain/requirement.js';
import type { CertificateAuthority, CertificateContent, HolderNames } from './certificate-document.js';
import { criteriaOf } from './criteria.js';
import { AUTHORITIES, BY_RULE, ISSUER, type PublicUrls } from './issuer.js';
import type { CredentialContent } from './open-badge.js';

export interface Signer extends HolderNames {
  readonly rank: string;
}

/** All that the certificate and the credential of one decision are made of. */
export interface CertificateFacts {
  readonly certificateId: string;
  readonly certificationId: string;
  readonly number: string;
  readonly verificationCode: string;
  readonly holder: HolderNames;
  readonly rank: string;
  readonly scheme: { readonly code: string; readonly title: LocalizedText; readonly requirement: Requirement };
  /** The course whose result completed the requirements, when there was one. */
  readonly course: { readonly title: LocalizedText; readonly minutes: number } | null;
  readonly grantedOn: CivilDate;
  readonly expiresOn: CivilDate | null;
  readonly zone: Zone;
  /** In the order of the scheme; without a signer the scheme's own rule decided. */
  readonly authorities: readonly { readonly party: Party; readonly signer: Signer | null }[];
}

export function certificateContent(facts: CertificateFacts, urls: PublicUrls): CertificateContent {
  const { course } = facts;
  return {
    number: facts.number,
    verificationCode: facts.verificationCode,
    verifyUrl: urls.verify(facts.verificationCode),
    holder: facts.holder,
    rank: facts.rank,
    scheme: facts.scheme.title,
    course: course?.title,
    // To a tenth of an hour.
    courseHours: course ? Math.round(course.minutes / 6) / 10 : undefined,
    grantedOn: facts.grantedOn,
    expiresOn: facts.expiresOn,
    authorities: facts.authorities.map(({ party, signer }) => authority(party, signer)),
    issuer: ISSUER,
  };
}

export function credentialContent(facts: CertificateFacts, urls: PublicUrls): CredentialContent {
  return {
    id: `urn:uuid:${facts.certificateId}`,
    certificationId: facts.certificationId,
    certificateNumber: facts.number,
    issuer: { id: urls.issuer, name: ISSUER },
    achievement: schemeAchievement(facts.scheme, urls),
    grantedOn: facts.grantedOn,
    expiresOn: facts.expiresOn,
    zone: facts.zone,
  };
}

/** What a scheme certifies, as credentials state it and its own address answers. */
export function schemeAchievement(
  { code, title, requirement }: CertificateFacts['scheme'],
  urls: PublicUrls,
): CredentialContent['achievement'] {
  return {
    id: urls.scheme(code),
    name: title,
    description: `Certification “${title.en}” of the ${ISSUER.en}.`,
    criteria: criteriaOf(requirement),
  };
}

function authority(party: Party, signer: Signer | null): CertificateAuthority {
  if (!signer) return { party, name: AUTHORITIES[party], title: BY_RULE };
  const en = signer.en ?? signer.ur ?? signer.zh ?? '';
  return {
    party,
    name: { en: [signer.rank, en].filter(Boolean).join(' '), ur: signer.ur ?? en, zh: signer.zh ?? en },
    title: AUTHORITIES[party],
  };
}

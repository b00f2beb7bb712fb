import { ApiProperty } from '@nestjs/swagger';
import type { CivilDate } from '@jssu/kernel';
import { IsCivilDate, LocalizedTextDto } from '@jssu/platform';
import type { CredentialFault } from '../application/verify-credential.js';
import type { HolderNames, issuerProfile, OpenBadgeCredential, Related } from '../documents/index.js';
import type { CertificateState } from '../domain/certificate-due.js';
import type { Verified } from '../persistence/verification.view.js';

/** As printed, in the scripts that are on record. */
export class HolderNamesDto implements HolderNames {
  /** @example "Zainab Mirza" */
  en?: string;

  /** @example "زینب مرزا" */
  ur?: string;

  /** @example "扎伊娜布·米尔扎" */
  zh?: string;
}

/** What anybody may learn who has the code. */
export class VerifiedDto implements Verified {
  /**
   * `withdrawn`: the decision that the paper states was corrected or taken back.
   * @example "valid"
   */
  state: CertificateState;

  /**
   * The last day on which the certification holds, as known now; null: no end, or it ended by decision.
   * @example "2028-03-02"
   */
  @IsCivilDate()
  validUntil: CivilDate | null;

  /** @example "2028-04-01" */
  @IsCivilDate()
  graceUntil: CivilDate | null;

  /** @example "JSSU-2026-000417" */
  number: string;

  holder: HolderNamesDto;

  /** @example { "en": "Site guard, level 1", "ur": "سائٹ گارڈ، درجہ اول", "zh": "驻地警卫一级" } */
  scheme: LocalizedTextDto;

  /** @example "SITE-GUARD-1" */
  schemeCode: string;

  @IsCivilDate()
  grantedOn: CivilDate;

  /**
   * The number of a newer certificate of the same certification.
   * @example "JSSU-2027-000133"
   */
  newerNumber: string | null;

  asOf: Date;
}

export class CredentialVerdictDto {
  /** Whether it is ours, unchanged, and its certification holds today. */
  valid: boolean;

  /**
   * Null when it is valid.
   * @example "bad-signature"
   */
  reason: CredentialFault | null;

  /**
   * In the reader’s language.
   * @example "The signature does not fit: it was changed after it was signed."
   */
  message: string;

  /** What the register says today; null unless the credential is ours and unchanged. */
  certificate: VerifiedDto | null;
}

type Profile = ReturnType<typeof issuerProfile>;

/** An Open Badges 3.0 `Profile`. */
export class IssuerDto implements Profile {
  /** @example ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"] */
  '@context': string[];

  /** @example "https://jssu.example/api/v1/issuer" */
  id: string;

  /** @example ["Profile"] */
  type: string[];

  /** @example "Joint Special Security Unit" */
  name: string;

  /** @example "https://jssu.example" */
  url: string;
}

/** A public key as a bare JWK (RFC 7517). */
export class PublicKeyDto {
  /** @example "RSA" */
  kty: string;

  /** @example "u1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0_IzW7yWR7QkrmBL7jTKEn5u" */
  n: string;

  /** @example "AQAB" */
  e: string;

  /** @example "RS256" */
  alg: string;

  /** @example "sig" */
  use: string;

  /** @example "https://jssu.example/api/v1/issuer/keys/NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs" */
  kid: string;
}

export class CriteriaDto {
  /**
   * What it takes to earn it, in Markdown.
   * @example "- Course passed: GUARD-101"
   */
  narrative: string;
}

export class RelatedAchievementDto implements Related {
  /** @example "https://jssu.example/api/v1/public/schemes/SITE-GUARD-1?lang=ur" */
  id: string;

  /** @example ["Related"] */
  @ApiProperty({ type: [String] })
  type: readonly ['Related'];

  /** @example "ur" */
  inLanguage: string;

  /** @example "سائٹ گارڈ، درجہ اول" */
  name: string;
}

type Achievement = OpenBadgeCredential['credentialSubject']['achievement'];

/** An Open Badges 3.0 `Achievement`. */
export class AchievementDto implements Achievement {
  /** @example ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"] */
  '@context': string[];

  /** @example "https://jssu.example/api/v1/public/schemes/SITE-GUARD-1" */
  id: string;

  /** @example ["Achievement"] */
  @ApiProperty({ type: [String] })
  type: readonly ['Achievement'];

  /** @example "Certification" */
  achievementType: string;

  /** @example "en" */
  inLanguage: string;

  /** @example "Site guard, level 1" */
  name: string;

  /** @example "Certification “Site guard, level 1” of the Joint Special Security Unit." */
  description: string;

  criteria: CriteriaDto;

  /** The same in the other languages. */
  @ApiProperty({ type: [RelatedAchievementDto] })
  related: readonly RelatedAchievementDto[];
}

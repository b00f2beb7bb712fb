import { PersonNamesDto } from '../names/person-names.dto.js';
import { IsIn, IsUUID } from 'class-validator';
import { IsCivilDate } from '@jssu/platform';

export class PersonDto extends PersonNamesDto {
  @IsUUID()
  id: string;

  /** @example "BLC-2021-00417" */
  serviceNumber: string;

  /** @example "Head Constable" */
  rank: string;

  @IsUUID()
  unitId: string;

  /** @example "SPU-BALOCHISTAN" */
  unitCode: string;

  @IsIn(['pk', 'cn'])
  party: string;

  @IsIn(['active', 'left'])
  status: string;

  /**
   * For `If-Match`.
   * @example 3
   */
  version: number;
}

export class PostingDto {
  @IsUUID()
  id: string;

  @IsUUID()
  unitId: string;

  @IsUUID()
  siteId: string | null;

  @IsUUID()
  postId: string | null;

  /** First day, inclusive. */
  @IsCivilDate()
  startsOn: string;

  /** Last day, inclusive; null while it lasts. */
  @IsCivilDate()
  endsOn: string | null;
}

export class PersonDetailDto extends PersonDto {
  @IsCivilDate()
  dateOfBirth: string | null;

  @IsCivilDate()
  joinedOn: string | null;

  /**
   * The force that the person belongs to, by its code.
   * @example "SINDH-POLICE"
   */
  force: string | null;

  /** @example "male" */
  sex: string | null;

  /** @example "+923939234567" */
  phone: string | null;

  /** @example "zainab.mirza@example.org" */
  email: string | null;

  /**
   * Masked but for its last character.
   * @example "*****-*******-1"
   */
  nationalId: string | null;

  postings: PostingDto[];
}

export class NationalIdDto {
  /**
   * In full, without dashes.
   * @example "9999912345671"
   */
  nationalId: string;
}

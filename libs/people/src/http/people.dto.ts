import { Transform } from 'class-transformer';
import { IsEmail, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { CivilDate } from '@jssu/kernel';
import { IsCivilDate, ListQuery } from '@jssu/platform';
import { normaliseNationalId } from '../domain/national-id.js';

export class PeopleQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** Posted today at the site. */
  @IsOptional()
  @IsUUID()
  siteId?: string;

  /** Posted today to the post. */
  @IsOptional()
  @IsUUID()
  postId?: string;

  @IsOptional()
  @IsIn(['active', 'left'])
  status?: string;

  /** Part of a name in any script, or of a service number. */
  @IsOptional()
  @IsString()
  @Length(2, 100)
  search?: string;
}

const FORCE_CODE = /^[A-Z0-9][A-Z0-9-]{1,39}$/;

export class CreatePersonDto {
  /** @example BLC-2021-00417 */
  @Matches(/^[A-Z0-9][A-Z0-9/-]{2,39}$/)
  serviceNumber: string;

  /** @example "Zainab Mirza" */
  @IsString()
  @Length(1, 120)
  nameEn: string;

  /** @example "زینب مرزا" */
  @IsOptional()
  @IsString()
  @Length(1, 120)
  nameUr?: string;

  /** @example "扎伊娜布·米尔扎" */
  @IsOptional()
  @IsString()
  @Length(1, 120)
  nameZh?: string;

  /** @example "Head Constable" */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  rank?: string;

  /**
   * The code of the force that the person belongs to.
   * @example "SINDH-POLICE"
   */
  @IsOptional()
  @Matches(FORCE_CODE)
  force?: string;

  @IsUUID()
  unitId: string;

  @IsOptional()
  @IsIn(['pk', 'cn'])
  party?: 'pk' | 'cn';

  @IsOptional()
  @IsCivilDate()
  dateOfBirth?: CivilDate;

  @IsOptional()
  @IsCivilDate()
  joinedOn?: CivilDate;

  /**
   * CNIC of 13 digits with or without dashes, or a Chinese id of 18 characters.
   * @example "9999912345671"
   */
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? (normaliseNationalId(value) ?? '') : value))
  @Matches(/^(\d{13}|\d{17}[\dX])$/, {
    message: 'nationalId must be 13 digits, or 18 characters with a right check sum',
  })
  nationalId?: string;
}

/** Unlike `IsOptional`, refuses null: the field may be left out, not emptied. */
const MayBeLeftOut = () => ValidateIf((_, value) => value !== undefined);

export class ChangePersonDto {
  /** @example "Zainab Mirza" */
  @MayBeLeftOut()
  @IsString()
  @Length(1, 120)
  nameEn?: string;

  /** @example "زینب مرزا" */
  @IsOptional()
  @IsString()
  @Length(1, 120)
  nameUr?: string | null;

  /** @example "扎伊娜布·米尔扎" */
  @IsOptional()
  @IsString()
  @Length(1, 120)
  nameZh?: string | null;

  /** @example "Sub-Inspector" */
  @MayBeLeftOut()
  @IsString()
  @MaxLength(60)
  rank?: string;

  /**
   * The code of the force that the person belongs to.
   * @example "SINDH-POLICE"
   */
  @IsOptional()
  @Matches(FORCE_CODE)
  force?: string | null;

  @IsOptional()
  @IsIn(['male', 'female'])
  sex?: 'male' | 'female' | null;

  /**
   * With the country code.
   * @example +923939234567
   */
  @IsOptional()
  @Matches(/^\+[1-9]\d{7,14}$/, { message: 'phone must be + and the country code, 8 to 15 digits in all' })
  phone?: string | null;

  /** @example zainab.mirza@example.org */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string | null;

  @MayBeLeftOut()
  @IsIn(['active', 'left'])
  status?: 'active' | 'left';
}

export class PostPersonDto {
  @IsUUID()
  unitId: string;

  @IsOptional()
  @IsUUID()
  siteId?: string;

  @IsOptional()
  @IsUUID()
  postId?: string;

  /** First day, inclusive. */
  @IsCivilDate()
  startsOn: CivilDate;
}

export class RevealDto {
  /**
   * Why it is needed; kept in the audit trail.
   * @example "identity check at enrolment"
   */
  @IsString()
  @Length(10, 500)
  reason: string;
}

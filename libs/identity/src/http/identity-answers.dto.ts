import { PARTIES, type Party } from '@jssu/kernel';
import { ROLES, type Role } from '@jssu/platform';
import { IsDateString, IsIn, IsUUID } from 'class-validator';
import type { AccountPerson } from '../application/account-people.js';

export class TokensDto {
  /**
   * For `Authorization: Bearer …`.
   * @example "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIwMTkzIn0.c2lnbmF0dXJl"
   */
  accessToken: string;

  /** @example "Bearer" */
  tokenType: string;

  /**
   * Seconds until the access token must be refreshed.
   * @example 600
   */
  expiresIn: number;
}

export class SessionDto {
  @IsUUID()
  id: string;

  createdAt: Date;

  /** When its tokens were last refreshed: at most the life of an access token ago while it is in use. */
  lastUsedAt: Date;

  /**
   * What the device said of itself when it signed in.
   * @example "Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0"
   */
  userAgent: string;

  /** @example "192.0.2.17" */
  ip: string;

  /** Whether it is the session that asks. */
  current: boolean;
}

export class OwnGrantDto {
  @IsIn(ROLES)
  role: Role;

  /** @example "pk" */
  @IsIn([...PARTIES, null])
  party: Party | null;

  /** Whether it reaches every unit, also those made later. */
  everyUnit: boolean;

  /**
   * How many units it reaches; null for every unit.
   * @example 4
   */
  units: number | null;
}

export class MeDto {
  @IsUUID()
  accountId: string | null;

  /** @example "commander" */
  userName: string;

  /** The person that the account belongs to. */
  @IsUUID()
  personId: string | null;

  /**
   * Signed in with a one-time password: nothing is open but the change to one of one's own.
   * @example false
   */
  mustChangePassword: boolean;

  grants: OwnGrantDto[];
}

export class GrantDto {
  @IsUUID()
  id: string;

  @IsIn(ROLES)
  role: string;

  /** The root of the subtree that it reaches; null for every unit. */
  @IsUUID()
  unitId: string | null;

  /** @example "pk" */
  @IsIn([...PARTIES, null])
  party: string | null;
}

export class AccountPersonDto implements AccountPerson {
  @IsUUID()
  id: string;

  /** @example "BLC-2021-00417" */
  serviceNumber: string;

  /** @example "Zainab Mirza" */
  nameEn: string;

  /** @example "زینب مرزا" */
  nameUr: string | null;

  /** @example "扎伊娜布·米尔扎" */
  nameZh: string | null;
}

export class AccountDto {
  @IsUUID()
  id: string;

  /** @example "naveed.akhtar" */
  userName: string;

  @IsUUID()
  personId: string | null;

  /** Who uses the account. */
  person: AccountPersonDto | null;

  /** @example "active" */
  status: string;

  @IsDateString()
  createdAt: Date;

  grants: GrantDto[];
}

export class AccountCreatedDto {
  @IsUUID()
  id: string;

  /**
   * When no password was given: to be handed over in person, and changed within 72 hours. It is shown this once.
   * @example "kq7f-w2zr-m9ht-c4xb"
   */
  oneTimePassword?: string;
}

export class OneTimePasswordDto {
  /**
   * To be handed over in person, and changed within 72 hours. It is shown this once.
   * @example "kq7f-w2zr-m9ht-c4xb"
   */
  oneTimePassword: string;
}

import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { PARTIES, type Party } from '@jssu/kernel';
import { ListQuery, ROLES, type Role } from '@jssu/platform';

export class LogInDto {
  /** @example administrator */
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  userName: string;

  /** @example "four unrelated plain words" */
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  password: string;
}

export class ChangePasswordDto {
  /** @example "four unrelated plain words" */
  @IsString()
  @MaxLength(1000)
  currentPassword: string;

  /**
   * 15 to 128 characters of any kind.
   * @example "quite another handful of words"
   */
  @IsString()
  @MaxLength(1000)
  newPassword: string;
}

export class AccountsQuery extends ListQuery {
  /** Part of the user name, or of the person's name in any script or service number. */
  @IsOptional()
  @IsString()
  @Length(2, 100)
  search?: string;

  @IsOptional()
  @IsIn(['active', 'disabled'])
  status?: string;
}

export class CreateAccountDto {
  /** @example naveed.akhtar */
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/)
  userName: string;

  /**
   * 15 to 128 characters of any kind. Left out, a one-time password is made, which its owner must change.
   * @example "four unrelated plain words"
   */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  password?: string;

  /** The person who uses the account. */
  @IsOptional()
  @IsUUID()
  personId?: string;
}

export class AccountReasonDto {
  /**
   * Why; kept in the audit trail.
   * @example "left the service on 1 March"
   */
  @IsString()
  @Length(5, 500)
  reason: string;
}

export class GrantRoleDto {
  @IsIn(ROLES)
  role: Role;

  /** The root of the subtree; left out for every unit. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** The party that the account acts and signs for, and whose units and people it reaches; left out for both. */
  @IsOptional()
  @IsIn(PARTIES)
  party?: Party;
}

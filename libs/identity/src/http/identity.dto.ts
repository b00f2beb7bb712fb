import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PARTIES, type Party } from '@jssu/kernel';
import { ROLES, type Role } from '@jssu/platform';

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

export class CreateAccountDto {
  /** @example naveed.akhtar */
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/)
  userName: string;

  /**
   * 15 to 128 characters of any kind.
   * @example "four unrelated plain words"
   */
  @IsString()
  @MaxLength(1000)
  password: string;

  /** The person who uses the account. */
  @IsOptional()
  @IsUUID()
  personId?: string;
}

export class GrantRoleDto {
  @IsIn(ROLES)
  role: Role;

  /** The root of the subtree; left out for every unit. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** The authority that the account may sign for. */
  @IsOptional()
  @IsIn(PARTIES)
  party?: Party;
}

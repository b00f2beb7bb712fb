import { IsDateString, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { ListQuery } from '@jssu/platform';

export class AuditQuery extends ListQuery {
  /** The person whom the change concerns. */
  @IsOptional()
  @IsUUID()
  personId?: string;

  /** The account that acted. */
  @IsOptional()
  @IsUUID()
  actorAccountId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  entity?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  entityId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  action?: string;

  /** From this instant on, ISO 8601. */
  @IsOptional()
  @IsDateString()
  from?: string;

  /** Up to and with this instant, ISO 8601. */
  @IsOptional()
  @IsDateString()
  to?: string;
}

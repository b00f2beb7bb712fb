import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PARTIES, ZONES, type Party, type Zone } from '@jssu/kernel';
import { LocalizedTextDto } from '@jssu/platform';

const CODE = /^[A-Z0-9][A-Z0-9-]{1,39}$/;

export class CreateUnitDto {
  /** @example SSD-NORTH */
  @Matches(CODE)
  code: string;

  @ValidateNested()
  @Type(() => LocalizedTextDto)
  name: LocalizedTextDto;

  @IsIn(PARTIES)
  party: Party;

  /** The unit above; left out for a root. */
  @IsOptional()
  @IsUUID()
  parentId?: string;

  /** The zone in which the unit's days begin and end; Asia/Karachi unless given. */
  @IsOptional()
  @IsIn(ZONES)
  zone?: Zone;
}

export class CreateSiteDto {
  /** @example GWADAR-PORT */
  @Matches(CODE)
  code: string;

  @ValidateNested()
  @Type(() => LocalizedTextDto)
  name: LocalizedTextDto;

  /** @example Gwadar */
  @IsString()
  @MaxLength(100)
  district: string;
}

export class CreatePostDto {
  /** @example GWP-GATE-1 */
  @Matches(CODE)
  code: string;

  @ValidateNested()
  @Type(() => LocalizedTextDto)
  title: LocalizedTextDto;

  @IsUUID()
  siteId: string;

  @IsUUID()
  unitId: string;

  /** People needed. */
  @IsInt()
  @Min(1)
  @Max(10000)
  requiredStrength: number;
}

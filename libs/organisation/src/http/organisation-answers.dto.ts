import { IsIn, IsUUID } from 'class-validator';
import { PARTIES, ZONES, type Party, type Zone } from '@jssu/kernel';
import { LocalizedTextDto } from '@jssu/platform';

export class UnitDto {
  @IsUUID()
  id: string;

  /** @example "SPU-BALOCHISTAN" */
  code: string;

  name: LocalizedTextDto;

  @IsIn(PARTIES)
  party: Party;

  /** The unit above; null for a root. */
  @IsUUID()
  parentId: string | null;

  /** The zone in which the unit's days begin and end. */
  @IsIn(ZONES)
  zone: Zone;
}

export class SiteDto {
  @IsUUID()
  id: string;

  /** @example "GWADAR-PORT" */
  code: string;

  name: LocalizedTextDto;

  /** @example "Gwadar" */
  district: string;
}

export class PostDto {
  @IsUUID()
  id: string;

  /** @example "GWP-GATE-1" */
  code: string;

  title: LocalizedTextDto;

  @IsUUID()
  siteId: string;

  @IsUUID()
  unitId: string;

  /**
   * People needed.
   * @example 12
   */
  requiredStrength: number;
}

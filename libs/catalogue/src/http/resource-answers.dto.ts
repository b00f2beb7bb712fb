import { IsUUID } from 'class-validator';
import type { CivilDate, Zone } from '@jssu/kernel';
import { IsCivilDate, LocalizedTextDto } from '@jssu/platform';
import { PersonNamesDto } from '@jssu/people';
import type { InstructorRole } from '../domain/course-content.js';
import type { AuthorisationRow, EquipmentRow, VenueRow } from '../persistence/catalogue.view.js';

export class VenueDto implements VenueRow {
  @IsUUID()
  id: string;

  /** @example "GWD-RANGE-1" */
  code: string;

  /** @example { "en": "Training ground, Gwadar", "ur": "تربیتی میدان، گوادر", "zh": "瓜达尔训练场" } */
  name: LocalizedTextDto;

  /** @example "range" */
  kind: string;

  @IsUUID()
  siteId: string;

  /**
   * Trainees at a time.
   * @example 24
   */
  capacity: number;

  zone: Zone;

  /** @example 1 */
  version: number;
}

export class EquipmentItemDto implements EquipmentRow {
  @IsUUID()
  id: string;

  /** @example "RADIO-SET-A" */
  code: string;

  /** @example { "en": "Radio set", "ur": "ریڈیو سیٹ", "zh": "对讲机" } */
  name: LocalizedTextDto;

  /** @example "radio" */
  kind: string;

  /** Where it is kept. */
  @IsUUID()
  siteId: string | null;

  /**
   * One thing that one session uses at a time; else a pool shared by quantity.
   * @example false
   */
  exclusive: boolean;

  /**
   * Pieces in the pool; 1 when exclusive.
   * @example 24
   */
  quantity: number;

  /** @example 1 */
  version: number;
}

export class InstructorAuthorisationDto extends PersonNamesDto implements AuthorisationRow {
  @IsUUID()
  id: string;

  @IsUUID()
  personId: string;

  @IsUUID()
  courseId: string;

  /** @example "GUARD-101" */
  courseCode: string;

  /** @example "lead" */
  role: InstructorRole;

  @IsCivilDate()
  validFrom: CivilDate;

  /** Last day, inclusive; null: without end. */
  @IsCivilDate()
  validUntil: CivilDate | null;
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type LocalizedText } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import { refuseTakenCode } from '../persistence/course.store.js';

export interface NewEquipment {
  readonly code: string;
  readonly name: LocalizedText;
  /** What blocks ask for, such as `radio` or `bus`. */
  readonly kind: string;
  readonly siteId?: string | null;
  /** One thing that one session uses at a time; else a pool that sessions share by quantity. */
  readonly exclusive: boolean;
  /** Pieces in the pool, 1 to 100,000; 1 when exclusive. */
  readonly quantity: number;
}

@Injectable()
export class CreateEquipment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `catalogue.code-taken`; `platform.not-found` for a site that is not there */
  async execute(equipment: NewEquipment): Promise<string> {
    const id = uuidv7();
    const { code, name, kind, siteId = null, exclusive } = equipment;
    const quantity = exclusive ? 1 : equipment.quantity;
    return refuseTakenCode(code, 'equipment_code_is_unique', () =>
      this.uow.run(async () => {
        await this.uow.query(
          `INSERT INTO equipment (id, code, name, kind, site_id, exclusive, quantity) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [id, code, JSON.stringify(name), kind, siteId, exclusive, quantity],
        );
        await this.audit.record({
          action: 'catalogue.equipment-created',
          entity: 'equipment',
          entityId: id,
          after: { ...equipment, siteId, quantity },
        });
        return id;
      }),
    );
  }
}

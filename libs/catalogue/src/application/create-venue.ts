import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type LocalizedText, type Zone } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import { refuseTakenCode } from '../persistence/course.store.js';

export interface NewVenue {
  readonly code: string;
  readonly name: LocalizedText;
  /** What blocks ask for, such as `classroom` or `range`. */
  readonly kind: string;
  readonly siteId: string;
  /** Trainees at a time, 1 to 10,000. */
  readonly capacity: number;
  readonly zone?: Zone;
}

@Injectable()
export class CreateVenue {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `catalogue.code-taken`; `platform.not-found` for a site that is not there */
  async execute(venue: NewVenue): Promise<string> {
    const id = uuidv7();
    const { code, name, kind, siteId, capacity, zone = 'Asia/Karachi' } = venue;
    return refuseTakenCode(code, 'venue_code_is_unique', () =>
      this.uow.run(async () => {
        await this.uow.query(
          `INSERT INTO venue (id, code, name, kind, site_id, capacity, zone) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [id, code, JSON.stringify(name), kind, siteId, capacity, zone],
        );
        await this.audit.record({
          action: 'catalogue.venue-created',
          entity: 'venue',
          entityId: id,
          after: { ...venue, zone },
        });
        return id;
      }),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type LocalizedText } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';

export interface NewSite {
  readonly code: string;
  readonly name: LocalizedText;
  readonly district: string;
}

@Injectable()
export class CreateSite {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  async execute(site: NewSite): Promise<string> {
    const id = uuidv7();
    await this.uow.run(async () => {
      await this.uow.query(`INSERT INTO site (id, code, name, district) VALUES ($1, $2, $3, $4)`, [
        id,
        site.code,
        JSON.stringify(site.name),
        site.district,
      ]);
      await this.audit.record({ action: 'organisation.site-created', entity: 'site', entityId: id, after: site });
    });
    return id;
  }
}

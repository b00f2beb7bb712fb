import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { Rights } from '@jssu/identity';
import { uuidv7, type LocalizedText, type Party, type Zone } from '@jssu/kernel';
import { mayPlace, platformErrors, UnitOfWork, type Scope } from '@jssu/platform';

export interface NewUnit {
  readonly code: string;
  readonly name: LocalizedText;
  readonly party: Party;
  readonly parentId: string | null;
  /** Asia/Karachi unless given. */
  readonly zone?: Zone;
}

@Injectable()
export class CreateUnit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly rights: Rights,
  ) {}

  /** A unit below one in the scope; a new root only for those who see everything. */
  async execute(scope: Scope, { zone = 'Asia/Karachi', ...given }: NewUnit): Promise<string> {
    const unit = { ...given, zone };
    // Who acts for one party makes units of that party.
    if (!mayPlace(scope, unit.parentId, unit.party)) throw platformErrors['not-found']({ what: 'unit' });
    const id = uuidv7();
    await this.uow.run(async () => {
      await this.uow.query(
        `INSERT INTO unit (id, code, name, party, parent_id, zone) VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, unit.code, JSON.stringify(unit.name), unit.party, unit.parentId, zone],
      );
      await this.audit.record({
        action: 'organisation.unit-created',
        entity: 'unit',
        entityId: id,
        unitId: id,
        after: unit,
      });
      // Grants hold the members of their subtree: they are worked out anew.
      await this.rights.changed('*');
    });
    return id;
  }
}

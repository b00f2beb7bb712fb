import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { NationalIdVault } from '@jssu/identity';
import { platformErrors, scopeSql, UnitOfWork, type Scope } from '@jssu/platform';
import { peopleErrors } from '../domain/people-errors.js';

/** Shows one national id in full. Each reveal is an audit entry with its reason, written before the value leaves. */
@Injectable()
export class RevealNationalId {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly vault: NationalIdVault,
  ) {}

  async execute(scope: Scope, personId: string, reason: string): Promise<string> {
    return this.uow.run(async () => {
      const params: unknown[] = [personId];
      const [person] = await this.uow.query<{ unit_id: string; national_id_sealed: Buffer | null }>(
        `SELECT p.unit_id, p.national_id_sealed FROM person p WHERE p.id = $1 AND ${scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)}`,
        params,
      );
      if (!person) throw platformErrors['not-found']({ what: 'person' });
      if (!person.national_id_sealed) throw peopleErrors['no-national-id']();
      await this.audit.record({
        action: 'people.national-id-revealed',
        entity: 'person',
        entityId: personId,
        personId,
        unitId: person.unit_id,
        reason,
      });
      return this.vault.open(person.national_id_sealed, personId);
    });
  }
}

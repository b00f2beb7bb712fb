import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { NationalIdVault } from '@jssu/identity';
import { uuidv7, type CivilDate } from '@jssu/kernel';
import { mayPlace, pgConstraint, platformErrors, UnitOfWork, type Scope } from '@jssu/platform';
import { peopleErrors } from '../domain/people-errors.js';

export interface NewPerson {
  readonly serviceNumber: string;
  readonly nameEn: string;
  readonly nameUr?: string | null;
  readonly nameZh?: string | null;
  readonly rank?: string;
  readonly force?: string | null;
  readonly unitId: string;
  readonly party?: 'pk' | 'cn';
  readonly dateOfBirth?: CivilDate | null;
  readonly joinedOn?: CivilDate | null;
  /** Bare digits, already normalised. */
  readonly nationalId?: string | null;
}

@Injectable()
export class CreatePerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly vault: NationalIdVault,
  ) {}

  async execute(scope: Scope, person: NewPerson): Promise<string> {
    if (!mayPlace(scope, person.unitId, person.party ?? 'pk')) throw platformErrors['not-found']({ what: 'unit' });
    const id = uuidv7();
    const { nationalId, ...open } = person;
    try {
      await this.uow.run(async () => {
        await this.uow.query(
          `INSERT INTO person (id, service_number, name_en, name_ur, name_zh, rank, unit_id, party, date_of_birth, joined_on,
                               force, national_id_sealed, national_id_hash, national_id_tail)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
          [
            id,
            person.serviceNumber,
            person.nameEn,
            person.nameUr ?? null,
            person.nameZh ?? null,
            person.rank ?? '',
            person.unitId,
            person.party ?? 'pk',
            person.dateOfBirth ?? null,
            person.joinedOn ?? null,
            person.force ?? null,
            nationalId ? this.vault.seal(nationalId, id) : null,
            nationalId ? this.vault.lookupHash(nationalId) : null,
            nationalId ? nationalId.slice(-1) : null,
          ],
        );
        await this.audit.record({
          action: 'people.person-created',
          entity: 'person',
          entityId: id,
          personId: id,
          unitId: person.unitId,
          after: open,
        });
      });
    } catch (error) {
      const { constraint } = pgConstraint(error) ?? {};
      if (constraint === 'person_service_number_is_unique')
        throw peopleErrors['service-number-taken']({ serviceNumber: person.serviceNumber });
      if (constraint === 'person_national_id_is_unique') throw peopleErrors['national-id-taken']();
      throw error;
    }
    return id;
  }
}

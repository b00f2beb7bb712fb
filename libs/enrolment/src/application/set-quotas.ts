import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { platformErrors, UnitOfWork, type Scope } from '@jssu/platform';
import { OfferingStore } from '@jssu/scheduling';
import type { SeatQuota } from '../domain/allocate-seats.js';
import { enrolmentErrors } from '../domain/errors.js';
import { quotaProblems, quotasMayChange } from '../domain/quota.js';
import { QuotaStore } from '../persistence/quota.store.js';
import { AllocateSeats } from './allocate-seats.js';

/** Sets seats aside for units; the list replaces the one before. Seats that become free by it go to those who wait. */
@Injectable()
export class SetQuotas {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly quotas: QuotaStore,
    private readonly allocation: AllocateSeats,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param scope of units whose offerings the actor runs
   * @param version of the offering that the actor has seen
   * @throws `platform.version-conflict`, `enrolment.bad-quotas` with every problem, `enrolment.closed` once the offering has begun
   */
  async execute(scope: Scope, offeringId: string, version: number, quotas: readonly SeatQuota[]): Promise<void> {
    await this.uow.run(async () => {
      const offering = await this.offerings.lock(scope, offeringId);
      if (offering.version !== version)
        throw platformErrors['version-conflict']({}, { currentVersion: offering.version });
      if (!quotasMayChange(offering.state)) throw enrolmentErrors.closed({ state: offering.state });
      const { seatsMax: capacity, startsOn, openToUnitId } = offering;
      const openUnitIds = await this.quotas.unitsBelow(openToUnitId);
      const problems = quotaProblems(quotas, { capacity, startsOn, openUnitIds });
      if (problems.length > 0) throw enrolmentErrors['bad-quotas']({}, { problems });
      const before = await this.quotas.replace(offeringId, quotas);
      await this.offerings.touch(offeringId);
      await this.audit.record({
        action: 'enrolment.quotas-set',
        entity: 'offering',
        entityId: offeringId,
        unitId: offering.unitId,
        before: { quotas: before },
        after: { quotas },
      });
      await this.allocation.promote(offering);
    });
  }
}

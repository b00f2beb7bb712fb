import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { CatalogueView } from '@jssu/catalogue';
import { uuidv7, type CivilDate, type Locale, type Zone } from '@jssu/kernel';
import { inScope, pgConstraint, platformErrors, UnitOfWork, type Scope } from '@jssu/platform';
import { termsProblems } from '../domain/offering-terms.js';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import { OfferingStore } from '../persistence/offering.store.js';
import { UnitReader } from '../persistence/unit.reader.js';

export interface NewOffering {
  readonly courseVersionId: string;
  readonly code: string;
  /** The unit that runs it. */
  readonly unitId: string;
  /** Whose people may be nominated: the unit itself when left out. */
  readonly openToUnitId?: string | null;
  readonly language: Locale;
  /** Of the civil dates: the unit's when left out. */
  readonly zone?: Zone | null;
  /** 0 to `seatsMax`. */
  readonly seatsMin: number;
  /** 1 to 2,000. */
  readonly seatsMax: number;
  readonly startsOn: CivilDate;
  /** The last day, inclusive; at most 366 days in all. */
  readonly endsOn: CivilDate;
  /** The last day, inclusive; left out: until they are closed by hand. */
  readonly nominationsCloseOn?: CivilDate | null;
}

/** A run of an approved course version, as a draft. */
@Injectable()
export class CreateOffering {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: OfferingStore,
    private readonly units: UnitReader,
    private readonly catalogue: CatalogueView,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns its id
   * @throws `scheduling.course-not-approved`, `scheduling.bad-offering`, `scheduling.code-taken`; `platform.not-found` for a
   * unit that is not in scope
   */
  async execute(scope: Scope, input: NewOffering): Promise<string> {
    const { unitId } = input;
    const unit = inScope(scope, { unitId }) ? await this.units.zoneOf(unitId) : undefined;
    if (!unit) throw platformErrors['not-found']({ what: 'unit' });
    const openToUnitId = input.openToUnitId ?? unitId;
    await this.units.assertMayOpenTo(scope, unitId, openToUnitId);
    const nominationsCloseOn = input.nominationsCloseOn ?? null;
    const problems = termsProblems({ ...input, nominationsCloseOn });
    if (problems.length > 0) throw schedulingErrors['bad-offering']({}, { problems });
    const { courseCode: course, number, state } = await this.catalogue.courseVersion(input.courseVersionId);
    if (state !== 'approved') throw schedulingErrors['course-not-approved']({ course, number, state });

    const offering = { ...input, id: uuidv7(), zone: input.zone ?? unit.zone, openToUnitId, nominationsCloseOn };
    try {
      await this.uow.run(async () => {
        await this.store.insert(offering);
        const { id: entityId, ...after } = offering;
        await this.audit.record({
          action: 'scheduling.offering-created',
          entity: 'offering',
          entityId,
          unitId,
          after: { ...after, course },
        });
      });
    } catch (error) {
      if (pgConstraint(error)?.constraint === 'offering_code_is_unique')
        throw schedulingErrors['code-taken']({ code: input.code });
      throw error;
    }
    return offering.id;
  }
}

import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '@jssu/audit';
import { AuditJobsModule } from '@jssu/audit/jobs';
import { CatalogueModule } from '@jssu/catalogue';
import { CertificationModule } from '@jssu/certification';
import { CertificationJobsModule } from '@jssu/certification/jobs';
import type { Environment } from '@jssu/config';
import { DeliveryModule } from '@jssu/delivery';
import { EnrolmentModule } from '@jssu/enrolment';
import { EnrolmentJobsModule } from '@jssu/enrolment/jobs';
import { IdentityModule } from '@jssu/identity';
import { IdentityJobsModule } from '@jssu/identity/jobs';
import { ImportsJobsModule } from '@jssu/imports/jobs';
import { OrganisationModule } from '@jssu/organisation';
import { PlatformModule } from '@jssu/platform';
import { PlatformJobsModule } from '@jssu/platform/jobs';
import { SchedulingModule } from '@jssu/scheduling';

@Module({})
export class WorkerModule {
  static forRoot(environment: Environment): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(environment),
        PlatformJobsModule,
        AuditModule,
        IdentityModule,
        OrganisationModule,
        CatalogueModule,
        SchedulingModule,
        EnrolmentModule,
        DeliveryModule,
        CertificationModule,
        AuditJobsModule,
        EnrolmentJobsModule,
        IdentityJobsModule,
        CertificationJobsModule,
        ImportsJobsModule,
      ],
    };
  }
}

import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '@jssu/audit';
import { AuditHttpModule } from '@jssu/audit/http';
import { CatalogueHttpModule } from '@jssu/catalogue/http';
import { CertificationHttpModule } from '@jssu/certification/http';
import type { Environment } from '@jssu/config';
import { DeliveryHttpModule } from '@jssu/delivery/http';
import { EnrolmentHttpModule } from '@jssu/enrolment/http';
import { IdentityModule } from '@jssu/identity';
import { IdentityHttpModule } from '@jssu/identity/http';
import { ImportsHttpModule } from '@jssu/imports/http';
import { OrganisationModule } from '@jssu/organisation';
import { OrganisationHttpModule } from '@jssu/organisation/http';
import { PeopleHttpModule } from '@jssu/people/http';
import { PlatformModule } from '@jssu/platform';
import { PlatformHttpModule } from '@jssu/platform/http';
import { SchedulingHttpModule } from '@jssu/scheduling/http';
import { JobsController } from './jobs.controller.js';

@Module({})
export class ApiModule {
  static forRoot(environment: Environment): DynamicModule {
    return {
      module: ApiModule,
      controllers: [JobsController],
      imports: [
        PlatformModule.forRoot(environment),
        PlatformHttpModule,
        AuditModule,
        IdentityModule,
        OrganisationModule,
        AuditHttpModule,
        IdentityHttpModule,
        OrganisationHttpModule,
        PeopleHttpModule,
        CatalogueHttpModule,
        SchedulingHttpModule,
        EnrolmentHttpModule,
        DeliveryHttpModule,
        CertificationHttpModule,
        ImportsHttpModule,
      ],
    };
  }
}

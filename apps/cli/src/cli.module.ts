import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '@jssu/audit';
import { CatalogueModule } from '@jssu/catalogue';
import { CertificationModule, IssuingModule } from '@jssu/certification';
import type { Environment } from '@jssu/config';
import { DeliveryModule } from '@jssu/delivery';
import { EnrolmentModule } from '@jssu/enrolment';
import { IdentityModule } from '@jssu/identity';
import { ImportsModule } from '@jssu/imports';
import { OrganisationModule } from '@jssu/organisation';
import { PeopleModule } from '@jssu/people';
import { PlatformModule } from '@jssu/platform';
import { SchedulingModule } from '@jssu/scheduling';

@Module({})
export class CliModule {
  static forRoot(environment: Environment): DynamicModule {
    return {
      module: CliModule,
      imports: [
        PlatformModule.forRoot(environment),
        AuditModule,
        IdentityModule,
        OrganisationModule,
        PeopleModule,
        CatalogueModule,
        SchedulingModule,
        EnrolmentModule,
        DeliveryModule,
        CertificationModule,
        IssuingModule,
        ImportsModule,
      ],
    };
  }
}

import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation.module.js';
import { OrganisationController } from './organisation.controller.js';

@Module({ imports: [OrganisationModule], controllers: [OrganisationController] })
export class OrganisationHttpModule {}

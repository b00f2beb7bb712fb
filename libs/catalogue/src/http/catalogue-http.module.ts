import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue.module.js';
import { CoursesController } from './courses.controller.js';
import { ResourcesController } from './resources.controller.js';

@Module({ imports: [CatalogueModule], controllers: [CoursesController, ResourcesController] })
export class CatalogueHttpModule {}

import { Module } from '@nestjs/common';
import { PeopleModule } from '@jssu/people';
import './persistence/index.js';
import { ApproveCourseVersion } from './application/approve-course-version.js';
import { AuthoriseInstructor } from './application/authorise-instructor.js';
import { ChangeCourseVersion } from './application/change-course-version.js';
import { CreateCourse } from './application/create-course.js';
import { CreateEquipment } from './application/create-equipment.js';
import { CreateVenue } from './application/create-venue.js';
import { DraftCourseVersion } from './application/draft-course-version.js';
import { RetireCourseVersion } from './application/retire-course-version.js';
import { WithdrawAuthorisation } from './application/withdraw-authorisation.js';
import { CatalogueView } from './persistence/catalogue.view.js';
import { CourseStore } from './persistence/course.store.js';

const providers = [
  CourseStore,
  CatalogueView,
  CreateCourse,
  DraftCourseVersion,
  ChangeCourseVersion,
  ApproveCourseVersion,
  RetireCourseVersion,
  CreateVenue,
  CreateEquipment,
  AuthoriseInstructor,
  WithdrawAuthorisation,
];

@Module({ imports: [PeopleModule], providers, exports: providers })
export class CatalogueModule {}

export { CatalogueModule } from './catalogue.module.js';
export { CreateCourse, type NewCourse } from './application/create-course.js';
export { DraftCourseVersion } from './application/draft-course-version.js';
export { ApproveCourseVersion } from './application/approve-course-version.js';
export { CreateVenue, type NewVenue } from './application/create-venue.js';
export { CreateEquipment, type NewEquipment } from './application/create-equipment.js';
export { AuthoriseInstructor, type NewAuthorisation } from './application/authorise-instructor.js';
export {
  CatalogueView,
  type AuthorisationRow,
  type CourseRow,
  type CourseVersionRow,
  type EquipmentRow,
  type VenueRow,
} from './persistence/catalogue.view.js';
export {
  INSTRUCTOR_ROLES,
  rolesOf,
  totalMinutes,
  type Assessment,
  type Block,
  type CourseContent,
  type InstructorRole,
  type PassRule,
  type Prerequisite,
} from './domain/course-content.js';

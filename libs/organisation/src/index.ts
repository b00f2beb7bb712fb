export { OrganisationModule } from './organisation.module.js';
export { CreateUnit, type NewUnit } from './application/create-unit.js';
export { CreateSite, type NewSite } from './application/create-site.js';
export { CreatePost, type NewPost } from './application/create-post.js';
export { OrganisationReader, type UnitRow } from './persistence/organisation.reader.js';

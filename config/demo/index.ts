export * from './demo-catalogue.js';
export * from './demo-offerings.js';
export * from './demo-organisation.js';
export {
  generatePeople,
  PEOPLE_FILE_COLUMNS,
  printPeopleFile,
  type InventedPerson,
  type InventedPost,
  type InventedUnit,
  type PeopleRecipe,
} from './generate-people.js';
export { printPeopleSample } from './people-sample.js';
export * from './reference-data.js';

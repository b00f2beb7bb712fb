export { PeopleModule } from './people.module.js';
export { CreatePerson, type NewPerson } from './application/create-person.js';
export { PostPerson, type NewPosting } from './application/post-person.js';
export { PeopleView, type PersonRow } from './persistence/people.view.js';
export { PERSON_NAMES, type PersonNames } from './names/person-names.js';
export { PersonNamesDto } from './names/person-names.dto.js';

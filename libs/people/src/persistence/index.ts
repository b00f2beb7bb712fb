import { registerPartyOfPerson, registerPersistence } from '@jssu/platform';
import { People1700000040000 } from './migrations/1700000040000-people.js';
import { PersonDetails1700000041000 } from './migrations/1700000041000-person-details.js';
import { PostingBySite1700000042000 } from './migrations/1700000042000-posting-by-site.js';
import { PersonForce1700000043000 } from './migrations/1700000043000-person-force.js';

registerPersistence({
  lib: 'people',
  entities: [],
  migrations: [People1700000040000, PersonDetails1700000041000, PostingBySite1700000042000, PersonForce1700000043000],
});

registerPartyOfPerson((person) => `(SELECT of_party.party FROM person of_party WHERE of_party.id = ${person})`);

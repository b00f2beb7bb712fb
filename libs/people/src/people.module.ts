import { Global, Module } from '@nestjs/common';
import { AccountPeople, PasswordContext } from '@jssu/identity';
import './persistence/index.js';
import { ChangePerson } from './application/change-person.js';
import { CreatePerson } from './application/create-person.js';
import { PostPerson } from './application/post-person.js';
import { RevealNationalId } from './application/reveal-national-id.js';
import { PeopleWithAccounts } from './persistence/account-people.reader.js';
import { PeopleView } from './persistence/people.view.js';
import { PersonWords } from './persistence/person-words.reader.js';

const providers = [
  ChangePerson,
  CreatePerson,
  PostPerson,
  RevealNationalId,
  PeopleView,
  { provide: AccountPeople, useClass: PeopleWithAccounts },
  { provide: PasswordContext, useClass: PersonWords },
];

/** Global: it tells identity who uses its accounts, and what not to take as a password. */
@Global()
@Module({ providers, exports: providers })
export class PeopleModule {}

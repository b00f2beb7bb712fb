import { Module } from '@nestjs/common';
import './persistence/index.js';
import { ChangePerson } from './application/change-person.js';
import { CreatePerson } from './application/create-person.js';
import { PostPerson } from './application/post-person.js';
import { RevealNationalId } from './application/reveal-national-id.js';
import { PeopleView } from './persistence/people.view.js';

const providers = [ChangePerson, CreatePerson, PostPerson, RevealNationalId, PeopleView];

@Module({ providers, exports: providers })
export class PeopleModule {}

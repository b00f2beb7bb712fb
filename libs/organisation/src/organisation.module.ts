import { Global, Module } from '@nestjs/common';
import { UnitTree } from '@jssu/identity';
import './persistence/index.js';
import { CreatePost } from './application/create-post.js';
import { CreateSite } from './application/create-site.js';
import { CreateUnit } from './application/create-unit.js';
import { OrganisationReader } from './persistence/organisation.reader.js';

/** Global: it gives identity the tree of units. */
@Global()
@Module({
  providers: [
    OrganisationReader,
    { provide: UnitTree, useExisting: OrganisationReader },
    CreateUnit,
    CreateSite,
    CreatePost,
  ],
  exports: [OrganisationReader, UnitTree, CreateUnit, CreateSite, CreatePost],
})
export class OrganisationModule {}

import { Module } from '@nestjs/common';
import './persistence/index.js';
import { ImportPeopleRows } from './application/import-people-rows.js';
import { RunPeopleImport } from './application/run-people-import.js';
import { StartPeopleImport } from './application/start-people-import.js';
import { ImportStore } from './persistence/import.store.js';
import { ImportView } from './persistence/import.view.js';
import { PeopleImportStore } from './persistence/people-import.store.js';

const providers = [ImportStore, ImportView, PeopleImportStore, StartPeopleImport, ImportPeopleRows, RunPeopleImport];

@Module({ providers, exports: providers })
export class ImportsModule {}

export { ImportsModule } from './imports.module.js';
export { runPeopleImport } from './application/import-jobs.js';

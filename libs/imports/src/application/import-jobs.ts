import { defineJob, uuidPayload } from '@jssu/platform';

export const runPeopleImport = defineJob('imports.run-people-import', {
  queue: 'imports',
  attempts: 5,
  backoffMs: 1000,
  check: uuidPayload('batchId'),
});

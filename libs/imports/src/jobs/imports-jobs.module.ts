import { Injectable, Module } from '@nestjs/common';
import { OnJob, type JobContext } from '@jssu/platform';
import { runPeopleImport } from '../application/import-jobs.js';
import { RunPeopleImport } from '../application/run-people-import.js';
import { ImportsModule } from '../imports.module.js';

@Injectable()
class PeopleImportHandler {
  constructor(private readonly run: RunPeopleImport) {}

  @OnJob(runPeopleImport)
  async handle({ batchId }: { batchId: string }, job: JobContext): Promise<void> {
    await this.run.execute(batchId, job);
  }
}

@Module({ imports: [ImportsModule], providers: [PeopleImportHandler] })
export class ImportsJobsModule {}

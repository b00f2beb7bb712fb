import { Injectable } from '@nestjs/common';
import { offeringRatified, resultCorrected } from '@jssu/delivery';
import { OnEvent, OnJob, type JobContext } from '@jssu/platform';
import { grantAndIssue } from '../application/certification-jobs.js';
import { OpenBatch } from '../application/open-batch.js';
import { ReviewCorrection } from '../application/review-correction.js';
import { RunTasks } from '../application/run-tasks.js';

@Injectable()
export class CertificationJobs {
  constructor(
    private readonly batches: OpenBatch,
    private readonly review: ReviewCorrection,
    private readonly tasks: RunTasks,
  ) {}

  @OnEvent(offeringRatified, 'certification.open-batch')
  openBatch({ offeringId }: { offeringId: string }): Promise<void> {
    return this.batches.forOffering(offeringId);
  }

  @OnEvent(resultCorrected, 'certification.review-correction')
  reviewCorrection({ courseResultId }: { courseResultId: string }): Promise<void> {
    return this.review.execute(courseResultId);
  }

  @OnJob(grantAndIssue)
  async grantAndIssue({ taskIds }: { taskIds: readonly string[] }, job: JobContext): Promise<void> {
    const faults = await this.tasks.execute(taskIds, job.isLastAttempt);
    if (faults.length > 0) throw new Error(`${faults.length} of ${taskIds.length} task(s): ${faults[0].message}`);
  }
}

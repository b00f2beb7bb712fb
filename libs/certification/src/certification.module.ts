import { Global, Module } from '@nestjs/common';
import { Holdings } from '@jssu/enrolment';
import './persistence/index.js';
import { CertificationHoldings } from './application/certification-holdings.js';
import { ChangeSchemeDraft } from './application/change-scheme-draft.js';
import { CreateScheme } from './application/create-scheme.js';
import { CredentialKeys } from './application/credential-keys.js';
import { DecideCertification } from './application/decide-certification.js';
import { DraftSchemeVersion } from './application/draft-scheme-version.js';
import { EnqueueTasks } from './application/enqueue-tasks.js';
import { FindRestingDecisions } from './application/find-resting-decisions.js';
import { FollowDecision } from './application/follow-decision.js';
import { OpenBatch } from './application/open-batch.js';
import { PublishSchemeVersion } from './application/publish-scheme-version.js';
import { RebuildStandings } from './application/rebuild-standings.js';
import { RecordEvidence } from './application/record-evidence.js';
import { ResumeTasks } from './application/resume-tasks.js';
import { RetireSchemeVersion } from './application/retire-scheme-version.js';
import { RetryTask } from './application/retry-task.js';
import { ReviewCorrection } from './application/review-correction.js';
import { BatchView } from './persistence/batch.view.js';
import { CertificateStore } from './persistence/certificate.store.js';
import { CertificateView } from './persistence/certificate.view.js';
import { CertificationRegister } from './persistence/certification-register.js';
import { CertificationStore } from './persistence/certification.store.js';
import { CertificationView } from './persistence/certification.view.js';
import { CourseResults } from './persistence/course-results.js';
import { SchemeRules } from './persistence/scheme-rules.js';
import { SchemeStore } from './persistence/scheme.store.js';
import { SchemeView } from './persistence/scheme.view.js';
import { Subjects } from './persistence/subjects.js';
import { TaskStore } from './persistence/task.store.js';
import { VerificationView } from './persistence/verification.view.js';

const persistence = [
  BatchView,
  CertificateStore,
  CertificateView,
  CertificationRegister,
  CertificationStore,
  CertificationView,
  CourseResults,
  SchemeRules,
  SchemeStore,
  SchemeView,
  Subjects,
  TaskStore,
  VerificationView,
];
const application = [
  ChangeSchemeDraft,
  CreateScheme,
  CredentialKeys,
  DecideCertification,
  DraftSchemeVersion,
  EnqueueTasks,
  FindRestingDecisions,
  FollowDecision,
  OpenBatch,
  PublishSchemeVersion,
  RebuildStandings,
  RecordEvidence,
  ResumeTasks,
  RetireSchemeVersion,
  RetryTask,
  ReviewCorrection,
];

/** Global: it gives enrolment what people hold. */
@Global()
@Module({
  providers: [...persistence, ...application, { provide: Holdings, useClass: CertificationHoldings }],
  exports: [...persistence, ...application, Holdings],
})
export class CertificationModule {}

import 'i18next';
import type account from '../features/account/text.en';
import type accounts from '../features/accounts/text.en';
import type app from '../app/text.en';
import type audit from '../features/audit/text.en';
import type certifications from '../features/certifications/text.en';
import type imports from '../features/imports/text.en';
import type jobs from '../features/jobs/text.en';
import type enrolment from '../features/enrolment/text.en';
import type offerings from '../features/offerings/text.en';
import type people from '../features/people/text.en';
import type results from '../features/results/text.en';
import type planning from '../features/planning/text.en';
import type training from '../features/training/text.en';
import type unit from '../features/unit/text.en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    keySeparator: false;
    resources: {
      account: typeof account;
      accounts: typeof accounts;
      app: typeof app;
      audit: typeof audit;
      certifications: typeof certifications;
      imports: typeof imports;
      jobs: typeof jobs;
      enrolment: typeof enrolment;
      offerings: typeof offerings;
      people: typeof people;
      results: typeof results;
      planning: typeof planning;
      training: typeof training;
      unit: typeof unit;
    };
  }
}

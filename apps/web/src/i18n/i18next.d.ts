import 'i18next';
import type account from '../features/account/text.en';
import type app from '../app/text.en';
import type certifications from '../features/certifications/text.en';
import type enrolment from '../features/enrolment/text.en';
import type offerings from '../features/offerings/text.en';
import type people from '../features/people/text.en';
import type training from '../features/training/text.en';
import type unit from '../features/unit/text.en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    keySeparator: false;
    resources: {
      account: typeof account;
      app: typeof app;
      certifications: typeof certifications;
      enrolment: typeof enrolment;
      offerings: typeof offerings;
      people: typeof people;
      training: typeof training;
      unit: typeof unit;
    };
  }
}

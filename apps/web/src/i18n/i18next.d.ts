import 'i18next';
import type account from '../features/account/text.en';
import type app from '../app/text.en';
import type certifications from '../features/certifications/text.en';
import type offerings from '../features/offerings/text.en';
import type people from '../features/people/text.en';
import type planning from '../features/planning/text.en';
import type training from '../features/training/text.en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    keySeparator: false;
    resources: {
      account: typeof account;
      app: typeof app;
      certifications: typeof certifications;
      offerings: typeof offerings;
      people: typeof people;
      planning: typeof planning;
      training: typeof training;
    };
  }
}

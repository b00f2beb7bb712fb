import type { PersonNames } from './person-names.js';

export class PersonNamesDto implements PersonNames {
  /** @example "Zainab Mirza" */
  nameEn: string;

  /** @example "زینب مرزا" */
  nameUr: string | null;

  /** @example "扎伊娜布·米尔扎" */
  nameZh: string | null;
}

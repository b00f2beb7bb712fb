/** Who uses an account, as the people of the organisation know him. */
export interface AccountPerson {
  readonly id: string;
  readonly serviceNumber: string;
  readonly nameEn: string;
  readonly nameUr: string | null;
  readonly nameZh: string | null;
}

/** A port: people are above accounts, which only have the ids of theirs. */
export abstract class AccountPeople {
  /** Those of the ids that are on record. */
  abstract byIds(personIds: readonly string[]): Promise<AccountPerson[]>;

  /** The ids of people with an account, by a part of the name in any script or of the service number. */
  abstract withAccount(search: string): Promise<string[]>;
}

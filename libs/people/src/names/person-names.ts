/** A person's name in each script in which it is on record. Every answer that names a person has all three. */
export interface PersonNames {
  nameEn: string;
  nameUr: string | null;
  nameZh: string | null;
}

/** The columns of {@link PersonNames}, of a person named `p` in the statement. */
export const PERSON_NAMES = `p.name_en AS "nameEn", p.name_ur AS "nameUr", p.name_zh AS "nameZh"`;

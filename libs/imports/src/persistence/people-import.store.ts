import { Injectable } from '@nestjs/common';
import { NationalIdVault } from '@jssu/identity';
import { addDays, uuidv7, type CivilDate } from '@jssu/kernel';
import { scopeSql, UnitOfWork, type Scope } from '@jssu/platform';
import type { PersonDraft } from '../domain/index.js';

export interface KnownCodes {
  readonly units: ReadonlyMap<string, string>;
  readonly sites: ReadonlyMap<string, string>;
  /** Post code → id, and the code of its site. */
  readonly posts: ReadonlyMap<string, { readonly id: string; readonly site: string }>;
}

export interface PersonOnRecord {
  id: string;
  serviceNumber: string;
  nationalIdHash: string | null;
  unitId: string;
  /** The values that an import sets, by their names in the draft. */
  values: Record<string, string | null>;
  /** Of the posting on the day of the import; null without one, or where it names none. */
  siteId: string | null;
  postId: string | null;
  /** First day of a posting that begins later. */
  postedAheadOn: CivilDate | null;
}

export interface PersonToWrite {
  readonly id: string;
  readonly draft: PersonDraft;
  /** A posting of the draft's unit, site and post begins. */
  readonly moved: boolean;
}

const PERSON_ROWS = `jsonb_to_recordset($1::jsonb) AS r(id uuid, service_number text, name_en text, name_ur text, name_zh text, rank text, force text,
  unit_id uuid, party text, date_of_birth date, joined_on date, sex text, phone text, email text, sealed text, hash text, tail text)`;
const POSTING_ROWS = `jsonb_to_recordset($1::jsonb) AS r(id uuid, person_id uuid, unit_id uuid, site_id uuid, post_id uuid, starts_on date)`;

/** What an import reads and writes of people, in bulk. */
@Injectable()
export class PeopleImportStore {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly vault: NationalIdVault,
  ) {}

  /** Codes that rows of this import may name: units of the scope alone, and their posts. */
  async codes(scope: Scope): Promise<KnownCodes> {
    const params: unknown[] = [];
    const inside = scopeSql(scope, { unit: 'u.id' }, params);
    const units = await this.uow.query<{ code: string; id: string }>(
      `SELECT u.code, u.id FROM unit u WHERE ${inside}`,
      params,
    );
    const sites = await this.uow.query<{ code: string; id: string }>(`SELECT code, id FROM site`);
    const posts = await this.uow.query<{ code: string; id: string; site: string }>(
      `SELECT p.code, p.id, s.code AS site FROM post p JOIN site s ON s.id = p.site_id JOIN unit u ON u.id = p.unit_id WHERE ${inside}`,
      params,
    );
    const byCode = (rows: { code: string; id: string }[]) => new Map(rows.map((row) => [row.code, row.id]));
    return {
      units: byCode(units),
      sites: byCode(sites),
      posts: new Map(posts.map(({ code, id, site }) => [code, { id, site }])),
    };
  }

  hashOf(nationalId: string): string {
    return this.vault.lookupHash(nationalId).toString('hex');
  }

  /** People who have one of the service numbers or national ids, locked against other edits. */
  onRecord(serviceNumbers: readonly string[], hashes: readonly string[], today: CivilDate): Promise<PersonOnRecord[]> {
    return this.uow.query<PersonOnRecord>(
      `SELECT p.id, p.service_number AS "serviceNumber", encode(p.national_id_hash, 'hex') AS "nationalIdHash", p.unit_id AS "unitId",
              jsonb_build_object('nameEn', p.name_en, 'nameUr', p.name_ur, 'nameZh', p.name_zh, 'rank', p.rank, 'force', p.force, 'party', p.party,
                'dateOfBirth', p.date_of_birth, 'joinedOn', p.joined_on, 'sex', p.sex, 'phone', p.phone, 'email', p.email) AS values,
              g.site_id AS "siteId", g.post_id AS "postId",
              (SELECT min(f.starts_on)::text FROM posting f WHERE f.person_id = p.id AND f.starts_on > $3) AS "postedAheadOn"
       FROM person p LEFT JOIN posting g ON g.person_id = p.id AND daterange(g.starts_on, g.ends_on, '[]') @> $3::date
       WHERE p.service_number = ANY($1::text[])
          OR p.national_id_hash = ANY(ARRAY(SELECT decode(h, 'hex') FROM unnest($2::text[]) AS h))
       ORDER BY p.id FOR UPDATE OF p`,
      [serviceNumbers, hashes, today],
    );
  }

  async create(people: readonly PersonToWrite[], codes: KnownCodes, today: CivilDate): Promise<void> {
    if (people.length === 0) return;
    await this.uow.query(
      `INSERT INTO person (id, service_number, name_en, name_ur, name_zh, rank, force, unit_id, party, date_of_birth, joined_on, sex, phone, email,
                           national_id_sealed, national_id_hash, national_id_tail)
       SELECT r.id, r.service_number, r.name_en, r.name_ur, r.name_zh, r.rank, r.force, r.unit_id, r.party, r.date_of_birth, r.joined_on, r.sex, r.phone, r.email,
              decode(r.sealed, 'base64'), decode(r.hash, 'hex'), r.tail
       FROM ${PERSON_ROWS}`,
      [JSON.stringify(people.map(({ id, draft }) => this.columnsOf(id, draft, codes)))],
    );
    await this.post(people.map(({ id, draft }) => this.postingOf(id, draft, codes, draft.joinedOn ?? today)));
  }

  /** Sets what the file says; what it leaves empty stays. A new posting begins today, and the present one ended yesterday. */
  async change(people: readonly PersonToWrite[], codes: KnownCodes, today: CivilDate): Promise<void> {
    if (people.length === 0) return;
    await this.uow.query(
      `UPDATE person p SET name_en = r.name_en, name_ur = coalesce(r.name_ur, p.name_ur), name_zh = coalesce(r.name_zh, p.name_zh),
         rank = coalesce(nullif(r.rank, ''), p.rank), force = coalesce(r.force, p.force), party = r.party, date_of_birth = coalesce(r.date_of_birth, p.date_of_birth),
         joined_on = coalesce(r.joined_on, p.joined_on), sex = coalesce(r.sex, p.sex), phone = coalesce(r.phone, p.phone),
         email = coalesce(r.email, p.email), unit_id = r.unit_id,
         national_id_sealed = coalesce(decode(r.sealed, 'base64'), p.national_id_sealed),
         national_id_hash = coalesce(decode(r.hash, 'hex'), p.national_id_hash),
         national_id_tail = coalesce(r.tail, p.national_id_tail), version = p.version + 1
       FROM ${PERSON_ROWS} WHERE p.id = r.id`,
      [JSON.stringify(people.map(({ id, draft }) => this.columnsOf(id, draft, codes)))],
    );
    const postings = people
      .filter(({ moved }) => moved)
      .map(({ id, draft }) => this.postingOf(id, draft, codes, today));
    // A posting that began today has not had a day yet: it is corrected, not ended before it began.
    const corrected = await this.uow.query<{ person_id: string }>(
      `UPDATE posting g SET unit_id = r.unit_id, site_id = r.site_id, post_id = r.post_id, ends_on = NULL
       FROM ${POSTING_ROWS} WHERE g.person_id = r.person_id AND g.starts_on = r.starts_on RETURNING g.person_id`,
      [JSON.stringify(postings)],
    );
    const done = new Set(corrected.map((row) => row.person_id));
    const begun = postings.filter((posting) => !done.has(posting.person_id));
    await this.uow.query(
      `UPDATE posting SET ends_on = $2 WHERE person_id = ANY($1::uuid[]) AND starts_on <= $2 AND (ends_on IS NULL OR ends_on > $2)`,
      [begun.map((posting) => posting.person_id), addDays(today, -1)],
    );
    await this.post(begun);
  }

  private async post(postings: readonly object[]): Promise<void> {
    await this.uow.query(
      `INSERT INTO posting (id, person_id, unit_id, site_id, post_id, starts_on) SELECT r.* FROM ${POSTING_ROWS}`,
      [JSON.stringify(postings)],
    );
  }

  private columnsOf(id: string, draft: PersonDraft, codes: KnownCodes) {
    const { nationalId } = draft;
    return {
      id,
      unit_id: codes.units.get(draft.unitCode),
      service_number: draft.serviceNumber,
      name_en: draft.nameEn,
      name_ur: draft.nameUr,
      name_zh: draft.nameZh,
      rank: draft.rank,
      force: draft.force,
      party: draft.party,
      date_of_birth: draft.dateOfBirth,
      joined_on: draft.joinedOn,
      sex: draft.sex,
      phone: draft.phone,
      email: draft.email,
      sealed: nationalId && this.vault.seal(nationalId, id).toString('base64'),
      hash: nationalId && this.hashOf(nationalId),
      tail: nationalId && nationalId.slice(-1),
    };
  }

  private postingOf(personId: string, draft: PersonDraft, codes: KnownCodes, startsOn: CivilDate) {
    const post = draft.postCode ? codes.posts.get(draft.postCode) : undefined;
    const siteCode = draft.siteCode ?? post?.site;
    return {
      id: uuidv7(),
      person_id: personId,
      unit_id: codes.units.get(draft.unitCode),
      site_id: siteCode ? (codes.sites.get(siteCode) ?? null) : null,
      post_id: post?.id ?? null,
      starts_on: startsOn,
    };
  }
}

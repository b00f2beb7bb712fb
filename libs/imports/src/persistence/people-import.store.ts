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
}

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
  onRecord(serviceNumbers: readonly string[], hashes: readonly string[]): Promise<PersonOnRecord[]> {
    return this.uow.query<PersonOnRecord>(
      `SELECT p.id, p.service_number AS "serviceNumber", encode(p.national_id_hash, 'hex') AS "nationalIdHash", p.unit_id AS "unitId",
              jsonb_build_object('nameEn', p.name_en, 'nameUr', p.name_ur, 'nameZh', p.name_zh, 'rank', p.rank, 'party', p.party,
                'dateOfBirth', p.date_of_birth, 'joinedOn', p.joined_on, 'sex', p.sex, 'phone', p.phone, 'email', p.email) AS values
       FROM person p WHERE p.service_number = ANY($1::text[])
          OR p.national_id_hash = ANY(SELECT decode(h, 'hex') FROM unnest($2::text[]) AS h)
       ORDER BY p.id FOR UPDATE`,
      [serviceNumbers, hashes],
    );
  }

  async create(
    drafts: readonly { id: string; draft: PersonDraft }[],
    codes: KnownCodes,
    today: CivilDate,
  ): Promise<void> {
    if (drafts.length === 0) return;
    const rows = drafts.map(({ id, draft }) => ({
      id,
      unit_id: codes.units.get(draft.unitCode),
      ...this.columnsOf(id, draft),
    }));
    await this.uow.query(
      `INSERT INTO person (id, service_number, name_en, name_ur, name_zh, rank, unit_id, party, date_of_birth, joined_on, sex, phone, email,
                           national_id_sealed, national_id_hash, national_id_tail)
       SELECT r.id, r.service_number, r.name_en, r.name_ur, r.name_zh, r.rank, r.unit_id, r.party, r.date_of_birth, r.joined_on, r.sex, r.phone, r.email,
              decode(r.sealed, 'base64'), decode(r.hash, 'hex'), r.tail
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, service_number text, name_en text, name_ur text, name_zh text, rank text, unit_id uuid,
         party text, date_of_birth date, joined_on date, sex text, phone text, email text, sealed text, hash text, tail text)`,
      [JSON.stringify(rows)],
    );
    const postings = drafts.map(({ id, draft }) => this.postingOf(id, draft, codes, draft.joinedOn ?? today));
    await this.uow.query(
      `INSERT INTO posting (id, person_id, unit_id, site_id, post_id, starts_on)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, person_id uuid, unit_id uuid, site_id uuid, post_id uuid, starts_on date)`,
      [JSON.stringify(postings)],
    );
  }

  /** Sets what the file says; what it leaves empty stays. */
  async change(id: string, draft: PersonDraft, codes: KnownCodes, moved: boolean, today: CivilDate): Promise<void> {
    const c = this.columnsOf(id, draft);
    await this.uow.query(
      `UPDATE person SET name_en = $2, name_ur = coalesce($3, name_ur), name_zh = coalesce($4, name_zh), rank = coalesce(nullif($5, ''), rank),
         party = $6, date_of_birth = coalesce($7, date_of_birth), joined_on = coalesce($8, joined_on), sex = coalesce($9, sex),
         phone = coalesce($10, phone), email = coalesce($11, email), unit_id = $12,
         national_id_sealed = coalesce(decode($13, 'base64'), national_id_sealed), national_id_hash = coalesce(decode($14, 'hex'), national_id_hash),
         national_id_tail = coalesce($15, national_id_tail), version = version + 1 WHERE id = $1`,
      [
        id,
        c.name_en,
        c.name_ur,
        c.name_zh,
        c.rank,
        c.party,
        c.date_of_birth,
        c.joined_on,
        c.sex,
        c.phone,
        c.email,
        codes.units.get(draft.unitCode),
        c.sealed,
        c.hash,
        c.tail,
      ],
    );
    if (!moved) return;
    const posting = this.postingOf(id, draft, codes, today);
    await this.uow.query(
      `UPDATE posting SET ends_on = $2 WHERE person_id = $1 AND ends_on IS NULL AND starts_on <= $2`,
      [id, addDays(today, -1)],
    );
    await this.uow.query(
      `INSERT INTO posting (id, person_id, unit_id, site_id, post_id, starts_on) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [posting.id, id, posting.unit_id, posting.site_id, posting.post_id, today],
    );
  }

  private columnsOf(id: string, draft: PersonDraft) {
    const { nationalId } = draft;
    return {
      service_number: draft.serviceNumber,
      name_en: draft.nameEn,
      name_ur: draft.nameUr,
      name_zh: draft.nameZh,
      rank: draft.rank,
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

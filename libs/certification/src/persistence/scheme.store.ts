import { Injectable } from '@nestjs/common';
import { platformErrors, UnitOfWork } from '@jssu/platform';
import type { SchemeVersionRules } from '../domain/scheme-version.js';

export interface SchemeVersionRow {
  readonly id: string;
  readonly number: number;
  readonly state: 'draft' | 'published' | 'retired';
  readonly version: number;
  readonly rules: SchemeVersionRules;
}

@Injectable()
export class SchemeStore {
  constructor(private readonly uow: UnitOfWork) {}

  /** Locks the scheme until the transaction ends. @returns its versions, the oldest first */
  async lock(schemeId: string): Promise<SchemeVersionRow[]> {
    const [scheme] = await this.uow.query(`SELECT id FROM scheme WHERE id = $1 FOR UPDATE`, [schemeId]);
    if (!scheme) throw platformErrors['not-found']({ what: 'scheme' });
    return this.uow.query<SchemeVersionRow>(
      `SELECT id, number, state, version, rules FROM scheme_version WHERE scheme_id = $1 ORDER BY number`,
      [schemeId],
    );
  }

  /** As `lock`, and the version asked for. */
  async lockVersion(schemeId: string, versionId: string): Promise<SchemeVersionRow> {
    const version = (await this.lock(schemeId)).find(({ id }) => id === versionId);
    if (!version) throw platformErrors['not-found']({ what: 'scheme version' });
    return version;
  }

  async insertDraft(id: string, schemeId: string, number: number, rules: SchemeVersionRules): Promise<void> {
    await this.uow.query(`INSERT INTO scheme_version (id, scheme_id, number, rules) VALUES ($1, $2, $3, $4)`, [
      id,
      schemeId,
      number,
      JSON.stringify(rules),
    ]);
  }
}

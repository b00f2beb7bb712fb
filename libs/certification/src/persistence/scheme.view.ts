import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@jssu/kernel';
import { decodeCursor, keysetPage, UnitOfWork, type Page } from '@jssu/platform';
import type { SchemeVersionRules } from '../domain/scheme-version.js';

export interface SchemeRow {
  id: string;
  code: string;
  title: LocalizedText;
  versions: {
    id: string;
    number: number;
    state: string;
    rules: SchemeVersionRules;
    effectiveFrom: string | null;
    /** For `If-Match` when the draft is changed. */
    version: number;
  }[];
}

@Injectable()
export class SchemeView {
  constructor(private readonly uow: UnitOfWork) {}

  async list(limit: number, cursor?: string): Promise<Page<SchemeRow>> {
    const key = decodeCursor(cursor, 1);
    const rows = await this.uow.query<SchemeRow>(
      `SELECT s.id, s.code, s.title,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'state', v.state, 'rules', v.rules,
                                         'effectiveFrom', v.effective_from, 'version', v.version) ORDER BY v.number), '[]')
               FROM scheme_version v WHERE v.scheme_id = s.id) AS versions
       FROM scheme s ${key ? 'WHERE s.code > $1' : ''} ORDER BY s.code LIMIT ${limit + 1}`,
      key ? [key[0]] : [],
    );
    return keysetPage(rows, limit, (row) => [row.code]);
  }

  /** What the public may know: the rules in force on the day, or undefined when nothing was published. */
  async published(code: string, on: string): Promise<{ title: LocalizedText; rules: SchemeVersionRules } | undefined> {
    const [row] = await this.uow.query<{ title: LocalizedText; rules: SchemeVersionRules }>(
      `SELECT s.title, v.rules FROM scheme s JOIN scheme_version v ON v.scheme_id = s.id
       WHERE s.code = $1 AND v.state <> 'draft'
       ORDER BY v.state = 'published' AND v.effective_from <= $2 DESC, v.effective_from DESC, v.number DESC LIMIT 1`,
      [code, on],
    );
    return row;
  }
}

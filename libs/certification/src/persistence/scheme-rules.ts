import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@jssu/platform';
import type { CertificationEvent } from '../domain/certification-event.js';
import type { RulesLookup, SchemeVersionRules } from '../domain/scheme-version.js';

/** The rules by which decisions were taken. A published version never changes, so each is read once in a process. */
@Injectable()
export class SchemeRules {
  private readonly known = new Map<string, SchemeVersionRules>();

  constructor(private readonly uow: UnitOfWork) {}

  /** Of every version that the events follow, and of `others`. */
  async of(events: readonly CertificationEvent[], ...others: readonly string[]): Promise<RulesLookup> {
    const ids = new Set(others);
    for (const event of events) {
      ids.add(event.schemeVersionId);
      if (event.type === 'corrected' && event.replacement) ids.add(event.replacement.schemeVersionId);
    }
    const missing = [...ids].filter((id) => !this.known.has(id));
    if (missing.length > 0) {
      const rows = await this.uow.query<{ id: string; rules: SchemeVersionRules }>(
        `SELECT id, rules FROM scheme_version WHERE id = ANY($1::uuid[]) AND state <> 'draft'`,
        [missing],
      );
      for (const { id, rules } of rows) this.known.set(id, rules);
    }
    return (id) => this.known.get(id);
  }
}

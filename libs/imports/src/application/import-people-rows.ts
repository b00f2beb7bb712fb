import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditRecord } from '@jssu/audit';
import { uuidv7, type ErrorFactory, type ErrorParams } from '@jssu/kernel';
import { Clock, inScope, mayPlace } from '@jssu/platform';
import type { PersonDraft, RowError } from '../domain/index.js';
import { ImportStore, type BatchRow, type StoredOutcome } from '../persistence/import.store.js';
import {
  PeopleImportStore,
  type KnownCodes,
  type PersonOnRecord,
  type PersonToWrite,
} from '../persistence/people-import.store.js';
import { recordErrors } from './record-errors.js';

/** A row of the file as it was read: a draft, or what is wrong with it. */
export interface ReadRow {
  readonly row: number;
  readonly draft?: PersonDraft;
  readonly serviceNumber: string | null;
  readonly errors: readonly RowError[];
  readonly warnings: readonly RowError[];
}

interface Difference {
  /** The values on record that the row would change. */
  readonly before: Readonly<Record<string, string | null>>;
  readonly moved: boolean;
}

/** Holds rows against what is on record and writes them, with their audit entries and outcomes. A dry run writes outcomes alone. */
@Injectable()
export class ImportPeopleRows {
  constructor(
    private readonly batches: ImportStore,
    private readonly people: PeopleImportStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(batch: BatchRow, rows: readonly ReadRow[], codes: KnownCodes): Promise<StoredOutcome[]> {
    const drafts = rows.flatMap(({ draft }) => draft ?? []);
    const today = this.clock.today();
    const known = await this.people.onRecord(
      drafts.map((draft) => draft.serviceNumber),
      drafts.flatMap((draft) => this.hashOf(draft) ?? []),
      today,
    );
    const byNumber = new Map(known.map((person) => [person.serviceNumber, person]));
    const byHash = new Map(
      known.flatMap((person) => (person.nationalIdHash ? [[person.nationalIdHash, person] as const] : [])),
    );
    const created: PersonToWrite[] = [];
    const changed: PersonToWrite[] = [];
    const entries: AuditRecord[] = [];
    const outcomes = rows.map(({ row, draft, serviceNumber, errors, warnings }): StoredOutcome => {
      const refuse = (found: readonly RowError[]): StoredOutcome => ({
        ...{ row, outcome: 'refused', serviceNumber, errors: found, warnings },
      });
      if (!draft) return refuse(errors);
      const hash = this.hashOf(draft);
      const unitId = codes.units.get(draft.unitCode) ?? '';
      const person = byNumber.get(draft.serviceNumber);
      const difference = person && differenceOf(person, draft, unitId, hash, codes);
      const fault = faultOnRecord(
        batch,
        { draft, unitId },
        person,
        difference,
        hash === null ? undefined : byHash.get(hash),
      );
      if (fault) return refuse([fault]);
      const told = { row, serviceNumber, errors, warnings };
      if (!person) {
        const id = uuidv7();
        created.push({ id, draft, moved: true });
        entries.push(entryOf('people.person-created', id, unitId, null, draft, batch));
        return { ...told, outcome: 'created', personId: batch.dryRun ? null : id };
      }
      if (!difference) return { ...told, outcome: 'unchanged', personId: person.id };
      changed.push({ id: person.id, draft, moved: difference.moved });
      entries.push(entryOf('people.person-changed', person.id, unitId, difference.before, draft, batch));
      return { ...told, outcome: 'changed', personId: person.id };
    });
    if (!batch.dryRun) {
      await this.people.create(created, codes, today);
      await this.people.change(changed, codes, today);
      await this.audit.recordAll(entries);
    }
    await this.batches.record(batch.id, outcomes);
    return outcomes;
  }

  private hashOf({ nationalId }: PersonDraft): string | null {
    return nationalId === null ? null : this.people.hashOf(nationalId);
  }
}

function faultOnRecord(
  batch: BatchRow,
  { draft, unitId }: { readonly draft: PersonDraft; readonly unitId: string },
  person: PersonOnRecord | undefined,
  difference: Difference | undefined,
  holder: PersonOnRecord | undefined,
): RowError | undefined {
  const { row, serviceNumber } = draft;
  const fault = (refusal: ErrorFactory, params: ErrorParams = {}): RowError => ({
    ...{ row, column: 'serviceNumber', code: refusal(params).code, params, value: serviceNumber },
  });
  // Who signs for one party imports people of that party alone.
  const onRecord = person && { unitId: person.unitId, personId: person.id, party: partyOf(person) };
  if ((onRecord && !inScope(batch.scope, onRecord)) || !mayPlace(batch.scope, unitId, draft.party))
    return fault(recordErrors['person-out-of-scope']);
  if (holder && holder.id !== person?.id)
    return { row, column: 'nationalId', code: recordErrors['national-id-on-record']().code, params: {} };
  if (person && difference && person.id === batch.personId) return fault(recordErrors['own-record']);
  if (person?.postedAheadOn && difference?.moved)
    return fault(recordErrors['posting-ahead'], { startsOn: person.postedAheadOn });
  return undefined;
}

function partyOf({ values }: PersonOnRecord): 'pk' | 'cn' {
  return values['party'] === 'cn' ? 'cn' : 'pk';
}

/** Undefined when the row would change nothing. */
function differenceOf(
  person: PersonOnRecord,
  draft: PersonDraft,
  unitId: string,
  hash: string | null,
  codes: KnownCodes,
): Difference | undefined {
  const before: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(person.values)) {
    const next = draft[name as keyof PersonDraft];
    if (next !== null && next !== '' && next !== value) before[name] = value;
  }
  if (hash !== null && hash !== person.nationalIdHash)
    before['nationalId'] = person.nationalIdHash ? '(another)' : '(none)';
  const postId = draft.postCode && codes.posts.get(draft.postCode)?.id;
  const siteId = draft.siteCode && codes.sites.get(draft.siteCode);
  const moved =
    person.unitId !== unitId || (!!postId && postId !== person.postId) || (!!siteId && siteId !== person.siteId);
  if (moved) Object.assign(before, { unitId: person.unitId, siteId: person.siteId, postId: person.postId });
  return Object.keys(before).length > 0 ? { before, moved } : undefined;
}

function entryOf(
  action: string,
  personId: string,
  unitId: string,
  before: object | null,
  { row: _row, nationalId: _secret, ...open }: PersonDraft,
  { id: importBatch }: BatchRow,
): AuditRecord {
  return { action, entity: 'person', entityId: personId, personId, unitId, before, after: { ...open, importBatch } };
}

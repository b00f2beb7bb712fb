import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditRecord } from '@jssu/audit';
import { AppError, uuidv7 } from '@jssu/kernel';
import { Clock, inScope, RequestContext, SYSTEM_ACTOR, UnitOfWork } from '@jssu/platform';
import {
  isTableError,
  parsePeopleRow,
  readTable,
  recogniseColumns,
  SeenRows,
  type PersonDraft,
  type RowError,
} from '../domain/index.js';
import { ImportStore, type BatchRow, type StoredOutcome } from '../persistence/import.store.js';
import { PeopleImportStore, type KnownCodes, type PersonOnRecord } from '../persistence/people-import.store.js';
import { recordErrors } from './record-errors.js';

const CHUNK = 500;
const ENDED = ['done', 'refused', 'failed'];

interface Parsed {
  readonly row: number;
  readonly draft?: PersonDraft;
  readonly serviceNumber: string | null;
  readonly errors: readonly RowError[];
  readonly warnings: readonly RowError[];
}

/** Rolls an all-or-nothing import back. */
class NotApplied extends Error {
  constructor(readonly outcomes: readonly StoredOutcome[]) {
    super('rows were refused');
  }
}

/**
 * Imports a batch in chunks, each a transaction with its people, audit entries, row outcomes and the place reached: a
 * worker that is killed goes on after the last chunk, and no row is done twice. Good rows are kept when others fail,
 * unless the batch is all or nothing.
 */
@Injectable()
export class RunPeopleImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: ImportStore,
    private readonly people: PeopleImportStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly context: RequestContext,
  ) {}

  async execute(batchId: string, progress: (rowsDone: number) => Promise<void>): Promise<void> {
    const batch = await this.batches.lock(batchId);
    if (!batch || ENDED.includes(batch.state) || !batch.file) return;
    const [{ user_name: userName }] = await this.uow.query<{ user_name: string }>(
      'SELECT user_name FROM account WHERE id = $1',
      [batch.createdBy],
    );
    // What the import does is done by whom it was started, and its audit entries say so.
    const actor = { ...SYSTEM_ACTOR, accountId: batch.createdBy, userName };
    await this.context.runAs(actor, async () => {
      try {
        if (batch.atomic && !batch.dryRun) await this.uow.run(() => this.importRows(batch, progress));
        else await this.importRows(batch, progress);
        await this.end(batch, 'done', null);
      } catch (error) {
        if (error instanceof NotApplied) {
          const refused = error.outcomes.filter((outcome) => outcome.outcome === 'refused');
          await this.uow.run(() => this.batches.record(batchId, refused, 0));
          await this.end(batch, 'refused', recordErrors['not-applied']({ refused: refused.length }));
        } else if (isTableError(error)) await this.end(batch, 'failed', error);
        else throw error;
      }
    });
  }

  private async end(batch: BatchRow, state: 'done' | 'refused' | 'failed', failure: AppError | null): Promise<void> {
    await this.uow.run(async () => {
      await this.batches.finish(
        batch.id,
        state,
        failure && { code: failure.code, params: failure.params },
        this.clock.now(),
      );
      await this.audit.record({
        action: 'imports.import-ended',
        entity: 'import',
        entityId: batch.id,
        after: { state, failure: failure?.code ?? null },
      });
    });
  }

  private async importRows(batch: BatchRow, progress: (rowsDone: number) => Promise<void>): Promise<void> {
    const table = await readTable(batch.file as Buffer);
    const codes = await this.people.codes(batch.scope);
    const seen = new SeenRows();
    const context = {
      today: this.clock.today(),
      date1904: table.date1904,
      seen,
      units: new Set(codes.units.keys()),
      sites: new Set(codes.sites.keys()),
      posts: new Map([...codes.posts].map(([code, { site }]) => [code, site])),
    };
    let columns: ReturnType<typeof recogniseColumns> | undefined;
    let chunk: Parsed[] = [];
    let done = 0;
    const all: StoredOutcome[] = [];
    const flush = async () => {
      // Rows that an earlier try has done are parsed again, for what they say of repeated numbers, but not written.
      const fresh = chunk.filter(({ row }) => row > batch.lastRow);
      done += chunk.length;
      chunk = [];
      if (fresh.length === 0) return;
      const outcomes = await this.uow.run(() => this.importChunk(batch, fresh, codes));
      if (batch.atomic && !batch.dryRun) all.push(...outcomes);
      await progress(done);
    };
    for await (const row of table.rows) {
      if (!columns) {
        columns = recogniseColumns(row.cells, batch.mapping);
        const unknown = columns.unknown.map(({ header }) => header);
        await this.uow.query(`UPDATE import_batch SET state = 'running', unknown_headers = $2 WHERE id = $1`, [
          batch.id,
          JSON.stringify(unknown),
        ]);
        continue;
      }
      const parsed = parsePeopleRow(row, columns, context);
      if ('ok' in parsed)
        chunk.push({
          row: row.row,
          draft: parsed.ok,
          serviceNumber: parsed.ok.serviceNumber,
          errors: [],
          warnings: parsed.warnings,
        });
      else
        chunk.push({
          row: row.row,
          serviceNumber: parsed.serviceNumber,
          errors: parsed.errors,
          warnings: parsed.warnings,
        });
      if (chunk.length === CHUNK) await flush();
    }
    await flush();
    if (all.some(({ outcome }) => outcome === 'refused')) throw new NotApplied(all);
  }

  private async importChunk(batch: BatchRow, rows: readonly Parsed[], codes: KnownCodes): Promise<StoredOutcome[]> {
    const drafts = rows.flatMap(({ draft }) => draft ?? []);
    const hashes = drafts.flatMap(({ nationalId }) => (nationalId ? [this.people.hashOf(nationalId)] : []));
    const known = await this.people.onRecord(
      drafts.map((draft) => draft.serviceNumber),
      hashes,
    );
    const byNumber = new Map(known.map((person) => [person.serviceNumber, person]));
    const byHash = new Map(
      known.flatMap((person) => (person.nationalIdHash ? [[person.nationalIdHash, person] as const] : [])),
    );
    const today = this.clock.today();
    const created: { id: string; draft: PersonDraft }[] = [];
    const entries: AuditRecord[] = [];
    const outcomes: StoredOutcome[] = [];
    for (const { row, draft, serviceNumber, errors, warnings } of rows) {
      const refuse = (found: readonly RowError[]) =>
        outcomes.push({ row, outcome: 'refused', serviceNumber, errors: found, warnings });
      if (!draft) {
        refuse(errors);
        continue;
      }
      const person = byNumber.get(draft.serviceNumber);
      const fault = this.faultOnRecord(batch, draft, person, byHash);
      if (fault) {
        refuse([fault]);
        continue;
      }
      const unitId = codes.units.get(draft.unitCode) ?? '';
      if (!person) {
        const id = uuidv7();
        created.push({ id, draft });
        entries.push(this.entry('people.person-created', id, unitId, null, openValues(draft), batch));
        outcomes.push({ row, outcome: 'created', serviceNumber, personId: batch.dryRun ? null : id, errors, warnings });
        continue;
      }
      const before = differences(person, draft, unitId, draft.nationalId ? this.people.hashOf(draft.nationalId) : null);
      const outcome = before ? 'changed' : 'unchanged';
      outcomes.push({ row, outcome, serviceNumber, personId: person.id, errors, warnings });
      if (!before || batch.dryRun) continue;
      await this.people.change(person.id, draft, codes, person.unitId !== unitId, today);
      entries.push(this.entry('people.person-changed', person.id, unitId, before, openValues(draft), batch));
    }
    if (!batch.dryRun) {
      await this.people.create(created, codes, today);
      await this.audit.recordAll(entries);
    }
    await this.batches.record(batch.id, outcomes, rows[rows.length - 1].row);
    return outcomes;
  }

  private faultOnRecord(
    batch: BatchRow,
    draft: PersonDraft,
    person: PersonOnRecord | undefined,
    byHash: ReadonlyMap<string, PersonOnRecord>,
  ): RowError | undefined {
    const { row } = draft;
    if (person && !inScope(batch.scope, { unitId: person.unitId })) {
      return {
        row,
        column: 'serviceNumber',
        code: recordErrors['person-out-of-scope']().code,
        params: {},
        value: draft.serviceNumber,
      };
    }
    const owner = draft.nationalId ? byHash.get(this.people.hashOf(draft.nationalId)) : undefined;
    if (owner && owner.id !== person?.id)
      return { row, column: 'nationalId', code: recordErrors['national-id-on-record']().code, params: {} };
    return undefined;
  }

  private entry(
    action: string,
    personId: string,
    unitId: string,
    before: object | null,
    after: object,
    { id }: BatchRow,
  ): AuditRecord {
    return {
      action,
      entity: 'person',
      entityId: personId,
      personId,
      unitId,
      before,
      after: { ...after, importBatch: id },
    };
  }
}

/** What the audit trail may hold: everything but the national id. */
function openValues({ row: _row, nationalId: _secret, ...open }: PersonDraft): object {
  return open;
}

/** The values on record that the row would change; undefined when it would change none. */
function differences(
  person: PersonOnRecord,
  draft: PersonDraft,
  unitId: string,
  hash: string | null,
): object | undefined {
  const before: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(person.values)) {
    const next = draft[name as keyof PersonDraft];
    if (next !== null && next !== '' && next !== value) before[name] = value;
  }
  if (person.unitId !== unitId) before['unitId'] = person.unitId;
  if (hash !== null && hash !== person.nationalIdHash)
    before['nationalId'] = person.nationalIdHash ? '(another)' : '(none)';
  return Object.keys(before).length > 0 ? before : undefined;
}

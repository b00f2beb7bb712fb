import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { NationalIdVault } from '@jssu/identity';
import { sha256, uuidv7 } from '@jssu/kernel';
import { Clock, Outbox, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { checkFile, NO_OUTCOMES, type ColumnMapping } from '../domain/index.js';
import { runPeopleImport } from './import-jobs.js';

export interface PeopleImportRequest {
  /** At most 255 characters. */
  readonly fileName: string;
  readonly file: Buffer;
  /** Reports what would happen and writes nothing. */
  readonly dryRun: boolean;
  /** All rows or none. */
  readonly atomic: boolean;
  readonly mapping: ColumnMapping;
}

/** Takes a file in and queues its import, in one transaction. */
@Injectable()
export class StartPeopleImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly vault: NationalIdVault,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the batch, whose progress can be followed
   * @throws table errors for a file that is evidently no table; what shows only on reading is told by the batch
   */
  async execute(actor: Actor, scope: Scope, request: PeopleImportRequest): Promise<string> {
    checkFile(request.file);
    const id = uuidv7();
    const hash = sha256(request.file);
    await this.uow.run(async () => {
      await this.uow.query(
        `INSERT INTO import_batch (id, dry_run, atomic, file_name, file_hash, file, mapping, scope, created_by, created_at, counts)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          id,
          request.dryRun,
          request.atomic,
          request.fileName,
          hash,
          // It is full of national ids.
          this.vault.seal(request.file, id),
          JSON.stringify(request.mapping),
          JSON.stringify(scope),
          actor.accountId,
          this.clock.now(),
          JSON.stringify(NO_OUTCOMES),
        ],
      );
      const { dryRun, atomic, fileName } = request;
      await this.audit.record({
        action: 'imports.import-started',
        entity: 'import',
        entityId: id,
        after: { fileName, dryRun, atomic, sha256: hash.toString('hex') },
      });
      await this.outbox.enqueue(runPeopleImport, { batchId: id });
    });
    return id;
  }
}

import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { createDataSource } from './data-source.js';

/** An arbitrary number that all our processes agree on: one migrator at a time. */
const MIGRATION_LOCK = 727_274_001;

export interface MigrateOptions {
  readonly databaseUrl: string;
  /** With Redis the queue needs no tables. */
  readonly redisUrl?: string;
}

/** Brings the schema up to date, one process at a time. @returns the names of the migrations that ran. */
export async function migrateDatabase({ databaseUrl, redisUrl }: MigrateOptions): Promise<string[]> {
  return underLock(databaseUrl, async (client) => {
    const dataSource = await createDataSource(databaseUrl, 2).initialize();
    try {
      const done = await dataSource.runMigrations({ transaction: 'each' });
      if (!redisUrl) await runQueueMigrations(client as never);
      return done.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  });
}

/** Undoes the newest migrations, as many as asked for. @returns their names, the newest first. */
export async function revertMigrations({ databaseUrl }: MigrateOptions, count: number): Promise<string[]> {
  return underLock(databaseUrl, async () => {
    const dataSource = await createDataSource(databaseUrl, 2).initialize();
    try {
      const rows = await dataSource.query<{ name: string }[]>(
        'SELECT name FROM schema_migration ORDER BY "timestamp" DESC, id DESC LIMIT $1',
        [count],
      );
      for (let i = 0; i < rows.length; i++) await dataSource.undoLastMigration({ transaction: 'each' });
      return rows.map(({ name }) => name);
    } finally {
      await dataSource.destroy();
    }
  });
}

/** Names of migrations that this code has and the database has not. */
export async function pendingMigrations({ databaseUrl }: MigrateOptions): Promise<string[]> {
  const dataSource = await createDataSource(databaseUrl, 2).initialize();
  try {
    const table: { exists: boolean }[] = await dataSource.query(
      `SELECT to_regclass('schema_migration') IS NOT NULL AS exists`,
    );
    const done: { name: string }[] = table[0].exists ? await dataSource.query(`SELECT name FROM schema_migration`) : [];
    const names = new Set(done.map((row) => row.name));
    return dataSource.migrations.map((m) => m.name ?? m.constructor.name).filter((name) => !names.has(name));
  } finally {
    await dataSource.destroy();
  }
}

async function underLock<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}

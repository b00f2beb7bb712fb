import { DataSource, type DataSourceOptions } from 'typeorm';
import { allEntities, allMigrations } from './persistence-registry.js';
import './platform-persistence.js';

export function dataSourceOptions(databaseUrl: string, pool = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    entities: allEntities() as never,
    migrations: allMigrations(),
    migrationsTableName: 'schema_migration',
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    applicationName: 'jssu',
    extra: { max: pool, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000 },
  };
}

export function createDataSource(databaseUrl: string, pool?: number): DataSource {
  return new DataSource(dataSourceOptions(databaseUrl, pool));
}

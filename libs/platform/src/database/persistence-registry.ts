import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';

export interface Persistence {
  readonly lib: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

const registered = new Map<string, Persistence>();

/** Each lib declares its tables once, on import: no central list to edit. */
export function registerPersistence(persistence: Persistence): void {
  registered.set(persistence.lib, persistence);
}

export function allEntities(): EntityTarget<ObjectLiteral>[] {
  return [...registered.values()].flatMap((p) => p.entities);
}

/** In the order of their timestamps (TypeORM sorts by the number at the end of the class name). */
export function allMigrations(): (new () => MigrationInterface)[] {
  return [...registered.values()].flatMap((p) => p.migrations);
}

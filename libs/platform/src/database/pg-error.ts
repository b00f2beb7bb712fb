export interface PgError {
  /** SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html */
  readonly code: string;
  readonly constraint?: string;
  readonly detail?: string;
  readonly table?: string;
}

export const UNIQUE_VIOLATION = '23505';
export const FOREIGN_KEY_VIOLATION = '23503';
export const EXCLUSION_VIOLATION = '23P01';
export const CHECK_VIOLATION = '23514';

/** What PostgreSQL said, from a TypeORM or pg error; undefined for any other error. */
export function pgConstraint(error: unknown): PgError | undefined {
  const candidate = (error as { driverError?: unknown } | undefined)?.driverError ?? error;
  const { code, constraint, detail, table } = (candidate ?? {}) as Record<string, unknown>;
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return undefined;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return { code, constraint: text(constraint), detail: text(detail), table: text(table) };
}

/** Serialization failure and deadlock: the whole transaction may simply be tried again. */
export function isRetryable(error: unknown): boolean {
  const code = pgConstraint(error)?.code;
  return code === '40001' || code === '40P01';
}

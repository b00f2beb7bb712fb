import { Injectable } from '@nestjs/common';
import { TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { sha256 } from '@jssu/kernel';
import { ClsService } from 'nestjs-cls';
import type { EntityManager } from 'typeorm';
import { isRetryable } from './pg-error.js';

const MAX_ATTEMPTS = 5;
const HOOKS = 'unit-of-work.after-commit';

type Hook = () => void | Promise<void>;

const statementNames = new Map<string, string>();

/** The same for the same text in every process; PostgreSQL takes at most 63 bytes. */
function statementName(sql: string): string {
  let name = statementNames.get(sql);
  if (!name) statementNames.set(sql, (name = sha256(sql).toString('base64url')));
  return name;
}

/** One transaction around one use case; nested calls join it. Nobody passes a manager or a `trx` around. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly host: TransactionHost<TransactionalAdapterTypeOrm>,
    private readonly cls: ClsService,
  ) {}

  /** Whether a transaction is open here. */
  get active(): boolean {
    return this.cls.isActive() && this.host.isTransactionActive();
  }

  /** The manager of the open transaction, or of the plain pool outside one. */
  get manager(): EntityManager {
    return this.host.tx as EntityManager;
  }

  /**
   * Runs SQL in the open transaction, or on the pool outside one.
   * @param options.prepared for hot reads whose text does not vary with the input: PostgreSQL plans them once in the life
   * of a connection, which for a join of many tables costs more than running it
   */
  async query<T>(
    sql: string,
    params: readonly unknown[] = [],
    { prepared = false }: { readonly prepared?: boolean } = {},
  ): Promise<T[]> {
    // TypeORM hands the statement on to pg as it is, which takes one with a name.
    const statement = (prepared ? { name: statementName(sql), text: sql } : sql) as string;
    const result: unknown = await this.manager.query(statement, params as unknown[]);
    // For UPDATE and DELETE … RETURNING TypeORM answers [rows, count].
    const pair =
      Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
    return (pair ? (result as [T[], number])[0] : result) as T[];
  }

  /**
   * Opens a transaction, or joins the open one. A deadlock or serialization failure retries the outermost scope as a
   * whole, at most four times: the work must have no effects outside the database before `afterCommit`.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (!this.cls.isActive()) return this.cls.run(() => this.run(work));
    if (this.active) return work();
    for (let attempt = 1; ; attempt++) {
      const hooks: Hook[] = [];
      try {
        const result = await this.cls.run({ ifNested: 'inherit' }, () => {
          this.cls.set(HOOKS, hooks);
          return this.host.withTransaction(work);
        });
        for (const hook of hooks) await hook();
        return result;
      } catch (error) {
        if (!isRetryable(error) || attempt >= MAX_ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
      }
    }
  }

  /** Runs once the transaction has committed; never when it rolls back. */
  afterCommit(hook: Hook): void {
    if (!this.active) throw new Error('afterCommit needs an open transaction');
    (this.cls.get(HOOKS) as Hook[]).push(hook);
  }
}

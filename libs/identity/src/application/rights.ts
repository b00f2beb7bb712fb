import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Environment } from '@jssu/config';
import type { Party } from '@jssu/kernel';
import { singleParty, UnitOfWork, type Actor, type Grant } from '@jssu/platform';
import { UnitTree } from './unit-tree.js';

const CHANNEL = 'jssu_rights';
const LIFETIME_MS = 30_000;
const MAX_CACHED = 10_000;

interface Cached {
  readonly accountId: string;
  readonly actor: Actor | undefined;
  /** On the process's monotonic clock, milliseconds. */
  readonly until: number;
}

/**
 * Who a session is and what it may do. Kept in memory, and forgotten in every process the moment a change commits
 * (LISTEN/NOTIFY). While this process cannot listen, nothing is kept: every request asks the database.
 */
@Injectable()
export class Rights implements OnApplicationShutdown {
  private readonly logger = new Logger('rights');
  private readonly cache = new Map<string, Cached>();
  private client?: pg.Client;
  private listening = false;
  /** Counts what was forgotten: what was read before must not be kept after. */
  private generation = 0;
  private connecting?: Promise<void>;
  private stopped = false;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly units: UnitTree,
    @Inject(Environment) private readonly environment: Environment,
  ) {}

  /** The actor of a live session; undefined when it ended or the account was disabled. */
  async ofSession(sessionId: string): Promise<Actor | undefined> {
    const cached = this.cache.get(sessionId);
    if (cached && this.listening && cached.until > performance.now()) return cached.actor;
    if (!this.listening) this.connecting ??= this.listen();
    const { generation } = this;
    const loaded = await this.load(sessionId);
    if (this.listening && loaded && generation === this.generation) {
      if (this.cache.size >= MAX_CACHED) this.cache.clear();
      this.cache.set(sessionId, {
        accountId: loaded.accountId ?? '',
        actor: loaded,
        until: performance.now() + LIFETIME_MS,
      });
    }
    return loaded;
  }

  /** Call inside the transaction that changes rights: all processes forget when it commits. `*` forgets everybody. */
  async changed(accountId: string | '*'): Promise<void> {
    await this.uow.query(`SELECT pg_notify('${CHANNEL}', $1)`, [accountId]);
    this.uow.afterCommit(() => this.forget(accountId));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private forget(accountId: string): void {
    this.generation++;
    if (accountId === '*') return this.cache.clear();
    for (const [key, cached] of this.cache) if (cached.accountId === accountId) this.cache.delete(key);
  }

  private async load(sessionId: string): Promise<Actor | undefined> {
    const rows = await this.uow.query<{
      account_id: string;
      user_name: string;
      person_id: string | null;
      role: Grant['role'] | null;
      unit_id: string | null;
      party: Party | null;
      must_change: boolean;
    }>(
      `SELECT a.id AS account_id, a.user_name, a.person_id, a.must_change_password AS must_change, g.role, g.unit_id, g.party
       FROM login_session s JOIN account a ON a.id = s.account_id LEFT JOIN role_grant g ON g.account_id = a.id
       WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND a.status = 'active'`,
      [sessionId],
    );
    if (rows.length === 0) return undefined;
    const grants: Grant[] = [];
    for (const { role, unit_id: unitId, party } of rows) {
      if (!role) continue;
      const single = singleParty(party);
      if (single) {
        const { all, ofParty } = await this.units.subtreeOfParty(unitId, single);
        grants.push({ role, party, unitIds: all, partyUnitIds: ofParty });
      } else grants.push({ role, party, unitIds: unitId ? await this.units.subtree(unitId) : null });
    }
    const {
      account_id: accountId,
      user_name: userName,
      person_id: personId,
      must_change: mustChangePassword,
    } = rows[0];
    return { accountId, userName, personId, sessionId, grants, mustChangePassword };
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.environment.DATABASE_URL, application_name: 'jssu-rights' });
    const lost = () => {
      this.listening = false;
      this.forget('*');
      if (!this.stopped) setTimeout(() => (this.connecting = undefined), 1000).unref();
    };
    client.on('notification', ({ payload }) => this.forget(payload ?? '*'));
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.client = client;
      this.listening = true;
    } catch (error) {
      this.logger.warn({ message: (error as Error).message });
      lost();
    }
  }
}

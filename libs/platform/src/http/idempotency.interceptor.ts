import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformErrors } from '../platform-errors.js';
import type { ApiRequest } from './api-request.js';

/** How long the answer to a key is kept; after that the key may be used anew. */
export const IDEMPOTENCY_HOURS = 24;

/**
 * Keeps the first answer to a request under (account, key), written in the same transaction as its effects: either
 * both are there or neither. Refusals are not kept, so that a corrected request may use the key again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly uow: UnitOfWork) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const key = request.headers['idempotency-key'];
    const accountId = request.user?.accountId;
    if (typeof key !== 'string' || !accountId) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(request, reply, accountId, key.slice(0, 200), next));
  }

  private once(
    request: ApiRequest,
    reply: FastifyReply,
    accountId: string,
    key: string,
    next: CallHandler,
  ): Promise<unknown> {
    const route = `${request.method} ${request.url}`;
    const bodyHash = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('base64url');
    return this.uow.run(async () => {
      const inserted = await this.uow.query<{ key: string }>(
        `INSERT INTO idempotency_key (account_id, key, route, body_hash) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING key`,
        [accountId, key, route, bodyHash],
      );
      if (inserted.length === 0) {
        const [kept] = await this.uow.query<{
          route: string;
          body_hash: string;
          status: number | null;
          response: unknown;
        }>(`SELECT route, body_hash, status, response FROM idempotency_key WHERE account_id = $1 AND key = $2`, [
          accountId,
          key,
        ]);
        if (kept.route !== route || kept.body_hash !== bodyHash) throw platformErrors['idempotency-mismatch']();
        if (kept.status === null) throw platformErrors['in-progress']();
        void reply.status(kept.status).header('Idempotency-Replayed', 'true');
        return kept.response;
      }
      const response: unknown = await lastValueFrom(next.handle());
      await this.uow.query(`UPDATE idempotency_key SET status = $3, response = $4 WHERE account_id = $1 AND key = $2`, [
        accountId,
        key,
        reply.statusCode,
        JSON.stringify(response ?? null),
      ]);
      return response;
    });
  }
}

import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, negotiateLocale, uuidv7, type ErrorFactory, type Locale } from '@jssu/kernel';
import {
  CHECK_VIOLATION,
  EXCLUSION_VIOLATION,
  FOREIGN_KEY_VIOLATION,
  pgConstraint,
  UNIQUE_VIOLATION,
} from '../database/pg-error.js';
import { platformErrors } from '../platform-errors.js';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** Every error leaves as RFC 9457 problem details: code, reason and remedy in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = toAppError(error);
    const errorId = uuidv7();
    if (refusal.definition.status >= 500) {
      const { message, stack } = error as Error;
      this.logger.error({ errorId, requestId: request.id, route: request.routeOptions?.url, message, stack });
    }
    void reply
      .status(refusal.definition.status)
      .header('content-type', PROBLEM_JSON)
      .send(problemOf(refusal, negotiateLocale(request.headers['accept-language']), errorId, request.url));
  }
}

export function problemOf(error: AppError, locale: Locale, errorId: string, instance: string) {
  return {
    type: `/problems/${error.code}`,
    status: error.definition.status,
    code: error.code,
    ...error.describe(locale),
    messageKey: error.code,
    params: error.params,
    instance: instance.split('?')[0],
    errorId,
    ...error.extra,
    ...(error.others.length > 0 ? { alsoRefused: error.others.map((other) => other.inAnswer(locale)) } : {}),
  };
}

const BY_STATUS: Readonly<Record<number, ErrorFactory>> = {
  401: platformErrors['not-signed-in'],
  403: platformErrors.forbidden,
  413: platformErrors['too-large'],
  429: platformErrors['too-many-requests'],
  503: platformErrors.unavailable,
};

/** What `pg` says when no connection becomes free, or is made, in the time that one waits for it; it has no code for it. */
const NO_CONNECTION = ['timeout exceeded when trying to connect', 'Connection terminated due to connection timeout'];

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const pg = pgConstraint(error);
  if (pg && [UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION, EXCLUSION_VIOLATION].includes(pg.code)) {
    return platformErrors['in-use']({ rule: pg.constraint ?? '' });
  }
  if (pg?.code === CHECK_VIOLATION)
    return platformErrors['invalid-input']({}, { fields: [{ field: pg.constraint ?? '', problems: [] }] });
  if (pg && (pg.code.startsWith('08') || pg.code.startsWith('57') || pg.code.startsWith('53')))
    return platformErrors.unavailable();
  if (error instanceof Error && NO_CONNECTION.includes(error.message)) return platformErrors.unavailable();
  const status =
    error instanceof HttpException ? error.getStatus() : Number((error as { statusCode?: number } | null)?.statusCode);
  if (status === 404) return platformErrors['not-found']({ what: 'address' });
  if (BY_STATUS[status]) return BY_STATUS[status]({ permission: '', seconds: 60 });
  if (status >= 400 && status < 500) {
    const { message } = error as Error;
    return platformErrors['invalid-input']({}, { fields: [{ field: '', problems: [message] }] });
  }
  return platformErrors.internal();
}

import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Nest's logger on pino: one JSON object a line, secrets struck out wherever they turn up. */
export class JsonLogger implements LoggerService {
  readonly pino: Logger;

  constructor(level: string, process: string) {
    this.pino = pino({
      level,
      base: { process },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'password',
          '*.password',
          'token',
          '*.token',
          'nationalId',
          '*.nationalId',
          'authorization',
          '*.authorization',
          'cookie',
          '*.cookie',
        ],
        censor: '(struck out)',
      },
    });
  }

  log(message: unknown, context?: string): void {
    this.write('info', message, context);
  }
  error(message: unknown, ...rest: unknown[]): void {
    const context = rest.pop();
    this.write(
      'error',
      rest.length > 0 && typeof message === 'string' ? { message, stack: rest[0] } : message,
      String(context ?? ''),
    );
  }
  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }
  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }
  fatal(message: unknown, context?: string): void {
    this.write('fatal', message, context);
  }

  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'fatal', message: unknown, context?: string): void {
    // Nest tells of every route and module at boot; that is noise in production.
    if (level === 'info' && context && ['RouterExplorer', 'RoutesResolver', 'InstanceLoader'].includes(context)) return;
    if (typeof message === 'object' && message !== null) this.pino[level]({ context, ...message });
    else this.pino[level]({ context }, String(message));
  }
}

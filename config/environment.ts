import 'reflect-metadata';
import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';

const integer = () => Transform(({ value }) => (value === undefined || value === '' ? undefined : Number(value)));
const KEY_32_BYTES = /^[A-Za-z0-9_-]{43}$/;

/** Every setting of the product. All are checked at boot, and every error is shown at once. */
export class Environment {
  @IsIn(['development', 'production', 'test'])
  readonly NODE_ENV: string = 'production';

  /** PostgreSQL 15 or newer, `postgres://user:password@host:port/database`. */
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'DATABASE_URL must be a postgres:// address' })
  readonly DATABASE_URL: string;

  /** Redis 7 or newer, `redis://…` or `rediss://…`; without it the queues live in PostgreSQL. */
  @IsOptional()
  @Matches(/^rediss?:\/\/\S+$/, { message: 'REDIS_URL must be a redis:// or rediss:// address' })
  readonly REDIS_URL?: string;

  /** Begins the names of our keys in Redis: two installations on one Redis need two. */
  @Matches(/^[a-z0-9_-]{1,40}$/, { message: 'QUEUE_PREFIX must be 1 to 40 of a-z, 0-9, _ and -' })
  readonly QUEUE_PREFIX: string = 'jssu';

  @integer()
  @IsInt()
  @Min(0)
  @Max(65535)
  readonly PORT: number = 3000;

  /** The address to listen on. Loopback unless told otherwise: deny by default. */
  readonly HOST: string = '127.0.0.1';

  /**
   * Reverse proxies whose `X-Forwarded-For` is believed: addresses or ranges with commas between, or `loopback`. Log-in is
   * slowed down by address, so that behind another proxy everybody would look like one.
   */
  @Matches(/^(loopback|[0-9a-fA-F.:/]+)(\s*,\s*(loopback|[0-9a-fA-F.:/]+))*$/, {
    message: 'TRUSTED_PROXIES must be addresses or ranges with commas between, or loopback',
  })
  readonly TRUSTED_PROXIES: string = 'loopback';

  /** The address that people and QR codes use, without a slash at the end. */
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  readonly PUBLIC_URL: string = 'http://localhost:3000';

  /** Signs access tokens: 32 random bytes as base64url. */
  @Matches(KEY_32_BYTES, { message: 'JSSU_TOKEN_SECRET must be 32 random bytes as base64url (43 characters)' })
  readonly JSSU_TOKEN_SECRET: string;

  /** Encrypts national ids and keys their look-up hash: 32 random bytes as base64url. */
  @Matches(KEY_32_BYTES, { message: 'JSSU_DATA_KEY must be 32 random bytes as base64url (43 characters)' })
  readonly JSSU_DATA_KEY: string;

  /** Signs credentials: an RSA private key of at least 2048 bits, PEM (PKCS #8). `\n` may stand for line ends. */
  @Matches(/^-----BEGIN PRIVATE KEY-----/, { message: 'JSSU_CREDENTIAL_KEY must be a PKCS #8 PEM private key' })
  @Transform(({ value }) => (typeof value === 'string' ? value.replaceAll('\\n', '\n') : value))
  readonly JSSU_CREDENTIAL_KEY: string;

  /** Connections of one process to PostgreSQL. */
  @integer()
  @IsInt()
  @Min(2)
  @Max(200)
  readonly DATABASE_POOL: number = 10;

  /** Jobs of one kind that one worker process runs side by side. */
  @integer()
  @IsInt()
  @Min(1)
  @Max(64)
  readonly WORKER_CONCURRENCY: number = 4;

  /** Certificates that one worker process draws side by side; each takes a processor and about 90 MB. */
  @integer()
  @IsInt()
  @Min(1)
  @Max(16)
  readonly JSSU_RENDER_THREADS: number = 1;

  /** Port for `/health` and `/metrics` of a worker process; 0 picks a free one. */
  @integer()
  @IsInt()
  @Min(0)
  @Max(65535)
  readonly WORKER_PORT: number = 0;

  /** Seconds that a process told to stop goes on answering with readiness 503, so that load balancers notice. */
  @integer()
  @IsInt()
  @Min(0)
  @Max(120)
  readonly DRAIN_SECONDS: number = 0;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  readonly LOG_LEVEL: string = 'info';

  get tokenKey(): KeyObject {
    return createSecretKey(Buffer.from(this.JSSU_TOKEN_SECRET, 'base64url'));
  }

  get dataKey(): KeyObject {
    return createSecretKey(Buffer.from(this.JSSU_DATA_KEY, 'base64url'));
  }

  get credentialKey(): KeyObject {
    return createPrivateKey(this.JSSU_CREDENTIAL_KEY);
  }
}

export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration has ${problems.length} error(s):\n${problems.map((p) => `  - ${p}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

/** @throws ConfigurationError that names every wrong setting, and shows the value of none. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const known = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const environment = plainToInstance(Environment, known, { exposeDefaultValues: true });
  const problems = validateSync(environment, { skipMissingProperties: false }).flatMap((error) =>
    Object.values(error.constraints ?? {}),
  );
  if (problems.length === 0) {
    try {
      if ((environment.credentialKey.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw new Error('too short');
    } catch {
      problems.push('JSSU_CREDENTIAL_KEY must be an RSA private key of at least 2048 bits');
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return environment;
}

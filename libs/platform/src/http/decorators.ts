import {
  applyDecorators,
  createParamDecorator,
  SetMetadata,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Actor } from '../context/request-context.js';
import type { Scope } from '../access/scope.js';
import type { ApiRequest } from './api-request.js';
import { platformErrors } from '../platform-errors.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

export const REQUIRES = 'jssu:requires';
export const PUBLIC = 'jssu:public';
export const BEFORE_PASSWORD_CHANGE = 'jssu:before-password-change';

/** The permission that the route needs. A route with neither this nor `@Public` stops the boot. */
export function Requires(permission: string): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(REQUIRES, permission));
}

/** Open to everybody; says why. */
export function Public(why: string): MethodDecorator & ClassDecorator {
  return SetMetadata(PUBLIC, why);
}

/** For any signed-in account, whatever its roles: its own sessions, its own name. */
export function SignedIn(): MethodDecorator & ClassDecorator {
  return SetMetadata(REQUIRES, '');
}

/** Open also to those who have signed in with a one-time password and must change it first. */
export function BeforePasswordChange(): MethodDecorator {
  return SetMetadata(BEFORE_PASSWORD_CHANGE, true);
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<ApiRequest>();

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { user } = requestOf(context);
  if (!user) throw platformErrors['not-signed-in']();
  return user;
});

/** The rows that the actor's grants reach with the permission of this route. */
export const InScope = createParamDecorator((_: unknown, context: ExecutionContext): Scope => {
  const { scope } = requestOf(context);
  if (!scope) throw new Error('@InScope() on a route without @Requires()');
  return scope;
});

const readIfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = requestOf(context).headers['if-match'];
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(typeof header === 'string' ? header.trim() : '');
  if (!match) throw platformErrors['version-required']();
  return Number(match[1]);
});

/** The version that the client read, from `If-Match: "3"`. */
export function IfMatch(): ParameterDecorator {
  return (target, key, index) => {
    readIfMatch()(target, key, index);
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (descriptor)
      ApiHeader({
        name: 'If-Match',
        required: true,
        description: 'The version that was read, as its ETag or `version` gave it',
        schema: { type: 'string', example: '"3"' },
      })(target, key as string, descriptor);
  };
}

/** A POST that a client may repeat with the same `Idempotency-Key`: the first answer is given again. */
export function Idempotent(): MethodDecorator {
  return applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: '8 to 200 characters; repeats give the first answer again, for a day',
      schema: { type: 'string', minLength: 8, maxLength: 200, example: 'roster-2026-03-02-row-17' },
    }),
  );
}

import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RequestContext } from '../context/request-context.js';
import { scopeFor } from '../access/scope.js';
import { platformErrors } from '../platform-errors.js';
import type { ApiRequest } from './api-request.js';
import { BEFORE_PASSWORD_CHANGE, PUBLIC, REQUIRES } from './decorators.js';

/** The last word on every route: public, signed in, or a permission with the scope that it gives. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly context: RequestContext,
  ) {}

  canActivate(execution: ExecutionContext): boolean {
    const targets = [execution.getHandler(), execution.getClass()];
    const request = execution.switchToHttp().getRequest<ApiRequest>();
    if (request.user) this.context.signIn(request.user);
    if (this.reflector.getAllAndOverride<string | undefined>(PUBLIC, targets)) return true;
    const required = this.reflector.getAllAndOverride<string | undefined>(REQUIRES, targets);
    if (required === undefined) throw platformErrors.forbidden({ permission: '' });
    if (!request.user) throw platformErrors['not-signed-in']();
    if (request.user.mustChangePassword && !this.reflector.get(BEFORE_PASSWORD_CHANGE, execution.getHandler()))
      throw platformErrors['password-change-required']();
    if (required === '') return true;
    const scope = scopeFor(request.user, required);
    if (!scope) throw platformErrors.forbidden({ permission: required });
    request.scope = scope;
    return true;
  }
}

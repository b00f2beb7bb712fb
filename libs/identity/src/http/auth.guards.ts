import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { identityErrors } from '../domain/identity-errors.js';

/** Finds out who it is; whether that is enough is the policy guard's to say. */
@Injectable()
export class BearerGuard extends AuthGuard('jwt') {
  override canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
    return request.headers.authorization ? super.canActivate(context) : true;
  }

  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error) throw error;
    if (!user) throw identityErrors['session-ended']();
    return user;
  }
}

@Injectable()
export class PasswordGuard extends AuthGuard('local') {
  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error) throw error;
    if (!user) throw identityErrors['wrong-credentials']();
    return user;
  }
}

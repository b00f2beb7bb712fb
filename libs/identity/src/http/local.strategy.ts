import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { identityErrors } from '../domain/identity-errors.js';
import { CheckCredentials, type AccountLogin } from '../application/check-credentials.js';

@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly credentials: CheckCredentials) {
    super({ usernameField: 'userName', passReqToCallback: true });
  }

  /** Guards come before the check of the body: what is no text, or too long for any, is not looked at further. */
  validate(request: { ip: string }, userName: unknown, password: unknown): Promise<AccountLogin> {
    if (typeof userName !== 'string' || typeof password !== 'string' || userName.length > 64 || password.length > 1000)
      throw identityErrors['wrong-credentials']();
    return this.credentials.execute(userName, password, request.ip);
  }
}

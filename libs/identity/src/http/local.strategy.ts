import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { CheckCredentials, type AccountLogin } from '../application/check-credentials.js';

@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly credentials: CheckCredentials) {
    super({ usernameField: 'userName', passReqToCallback: true });
  }

  validate(request: { ip: string }, userName: string, password: string): Promise<AccountLogin> {
    return this.credentials.execute(userName, password, request.ip);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Environment } from '@jssu/config';
import type { Actor } from '@jssu/platform';
import { Rights } from '../application/rights.js';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    @Inject(Environment) environment: Environment,
    private readonly rights: Rights,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: environment.tokenKey as unknown as string,
      algorithms: ['HS256'],
      issuer: 'jssu',
    });
  }

  /** The token says which session; the database says what it may do now. */
  async validate({ sid }: { sid: string }): Promise<Actor | false> {
    return (await this.rights.ofSession(sid)) ?? false;
  }
}

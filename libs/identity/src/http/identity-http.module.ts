import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { PolicyGuard } from '@jssu/platform';
import { IdentityModule } from '../identity.module.js';
import { AccountController } from './account.controller.js';
import { AccountStateController } from './account-state.controller.js';
import { AuthController } from './auth.controller.js';
import { BearerGuard } from './auth.guards.js';
import { JwtStrategy } from './jwt.strategy.js';
import { LocalStrategy } from './local.strategy.js';

@Module({
  imports: [IdentityModule, PassportModule.register({ session: false })],
  controllers: [AuthController, AccountController, AccountStateController],
  // In this order: first who it is, then whether that is enough.
  providers: [
    JwtStrategy,
    LocalStrategy,
    { provide: APP_GUARD, useClass: BearerGuard },
    { provide: APP_GUARD, useClass: PolicyGuard },
  ],
})
export class IdentityHttpModule {}

import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { Environment } from '@jssu/config';
import './persistence/index.js';
import { AccountInReach } from './application/account-in-reach.js';
import { ChangePassword } from './application/change-password.js';
import { CheckCredentials } from './application/check-credentials.js';
import { CreateAccount } from './application/create-account.js';
import { DisableAccount } from './application/disable-account.js';
import { EnableAccount } from './application/enable-account.js';
import { EndAccountSessions } from './application/end-account-sessions.js';
import { GrantRole } from './application/grant-role.js';
import { LoginThrottle } from './application/login-throttle.js';
import { NationalIdVault } from './application/national-id-vault.js';
import { NewPassword } from './application/new-password.js';
import { ResetPassword } from './application/reset-password.js';
import { Rights } from './application/rights.js';
import { Sessions } from './application/sessions.js';
import { AccountView } from './persistence/account.view.js';

const useCases = [
  AccountInReach,
  AccountView,
  ChangePassword,
  CheckCredentials,
  CreateAccount,
  DisableAccount,
  EnableAccount,
  EndAccountSessions,
  GrantRole,
  LoginThrottle,
  NationalIdVault,
  NewPassword,
  ResetPassword,
  Rights,
  Sessions,
];

/** Accounts, sessions and grants. Global: other modules ask for rights and the vault. */
@Global()
@Module({
  imports: [
    JwtModule.registerAsync({
      inject: [Environment],
      useFactory: (environment: Environment) => ({
        // A KeyObject, not a string: jsonwebtoken needs 50 times as long to verify with a string.
        secret: environment.tokenKey as unknown as string,
        signOptions: { algorithm: 'HS256', issuer: 'jssu' },
      }),
    }),
  ],
  providers: useCases,
  exports: useCases,
})
export class IdentityModule {}

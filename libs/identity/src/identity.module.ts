import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { Environment } from '@jssu/config';
import './persistence/index.js';
import { ChangePassword } from './application/change-password.js';
import { CheckCredentials } from './application/check-credentials.js';
import { CreateAccount } from './application/create-account.js';
import { GrantRole } from './application/grant-role.js';
import { NationalIdVault } from './application/national-id-vault.js';
import { Rights } from './application/rights.js';
import { Sessions } from './application/sessions.js';

const useCases = [ChangePassword, CheckCredentials, CreateAccount, GrantRole, NationalIdVault, Rights, Sessions];

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

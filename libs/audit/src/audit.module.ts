import { Global, Module } from '@nestjs/common';
import './persistence/index.js';
import { AuditFigures } from './application/audit-figures.js';
import { AuditTrail } from './application/audit-trail.js';
import { ChainEntries } from './application/chain-entries.js';
import { VerifyChain } from './application/verify-chain.js';
import { AuditView } from './persistence/audit.view.js';

/** Global: every use case writes to the trail. */
@Global()
@Module({
  providers: [AuditFigures, AuditTrail, AuditView, ChainEntries, VerifyChain],
  exports: [AuditTrail, AuditView, ChainEntries, VerifyChain],
})
export class AuditModule {}

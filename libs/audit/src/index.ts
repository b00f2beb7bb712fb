export { AuditModule } from './audit.module.js';
export { AuditTrail, type AuditRecord } from './application/audit-trail.js';
export { VerifyChain, type ChainVerdict } from './application/verify-chain.js';
export { ChainEntries } from './application/chain-entries.js';

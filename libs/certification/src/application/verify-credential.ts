import { Injectable } from '@nestjs/common';
import { Clock } from '@jssu/platform';
import { isUuid } from '@jssu/kernel';
import { credentialKeyId, verifyCredentialJwt, type CredentialCheck } from '../documents/index.js';
import type { CertificateState } from '../domain/certificate-due.js';
import { VerificationView, type Verified } from '../persistence/verification.view.js';
import { CredentialKeys } from './credential-keys.js';

/** `unknown-key`: signed by somebody else; `not-in-register`: signed by us, but no certificate of ours has it. */
export type CredentialFault =
  | Extract<CredentialCheck, { ok: false }>['reason']
  | 'unknown-key'
  | 'not-in-register'
  | Exclude<CertificateState, 'valid'>;

export interface CredentialVerdict {
  readonly fault: CredentialFault | null;
  /** What the register says today; null unless the credential is ours and unchanged. */
  readonly certificate: Verified | null;
}

/** Checks a credential that somebody presents: signature, claims, days, and what became of the certification since. */
@Injectable()
export class VerifyCredential {
  constructor(
    private readonly keys: CredentialKeys,
    private readonly view: VerificationView,
    private readonly clock: Clock,
  ) {}

  async execute(jwt: string): Promise<CredentialVerdict> {
    const kid = credentialKeyId(jwt);
    if (kid === undefined) return { fault: 'malformed', certificate: null };
    const jwk = await this.keys.byKid(kid);
    if (!jwk) return { fault: 'unknown-key', certificate: null };
    const check = await verifyCredentialJwt(jwt, jwk, this.clock.now());
    const { credential } = check;
    if (!credential) return { fault: check.ok ? null : check.reason, certificate: null };
    const id = credential.id.replace(/^urn:uuid:/, '');
    const certificate = (isUuid(id) && (await this.view.byId(id))) || null;
    if (!check.ok) return { fault: check.reason, certificate };
    if (!certificate) return { fault: 'not-in-register', certificate };
    return { fault: certificate.state === 'valid' ? null : certificate.state, certificate };
  }
}

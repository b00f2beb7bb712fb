import { Inject, Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { Environment } from '@jssu/config';
import { Clock, UnitOfWork } from '@jssu/platform';
import {
  keyThumbprint,
  publicCredentialKey,
  publicUrls,
  type CredentialSigner,
  type PublicUrls,
} from '../documents/index.js';

/**
 * The key that signs credentials, and the public keys of all that ever did: a credential outlives the key that signed
 * it, so each is written down when it is first used.
 */
@Injectable()
export class CredentialKeys {
  readonly urls: PublicUrls;
  readonly signer: CredentialSigner;
  private readonly thumbprint: string;
  private readonly known = new Map<string, JWK>();
  private kept?: Promise<unknown>;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    @Inject(Environment) environment: Environment,
  ) {
    const key = environment.credentialKey;
    this.urls = publicUrls(environment.PUBLIC_URL);
    this.thumbprint = keyThumbprint(key);
    this.signer = { key, kid: this.urls.key(this.thumbprint) };
    this.known.set(this.thumbprint, publicCredentialKey(key, this.signer.kid));
  }

  /** To be awaited before the first credential is given away; once in a process. */
  async keep(): Promise<void> {
    this.kept ??= this.uow.query(
      `INSERT INTO credential_key (thumbprint, jwk, first_used_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [this.thumbprint, JSON.stringify(this.known.get(this.thumbprint)), this.clock.now()],
    );
    try {
      await this.kept;
    } catch (error) {
      this.kept = undefined;
      throw error;
    }
  }

  async byThumbprint(thumbprint: string): Promise<JWK | undefined> {
    const known = this.known.get(thumbprint);
    if (known || !/^[\w-]{43}$/.test(thumbprint)) return known;
    const [row] = await this.uow.query<{ jwk: JWK }>(`SELECT jwk FROM credential_key WHERE thumbprint = $1`, [
      thumbprint,
    ]);
    if (row) this.known.set(thumbprint, row.jwk);
    return row?.jwk;
  }

  /** @param kid as a credential's header names it; undefined for a key that is not ours */
  async byKid(kid: unknown): Promise<JWK | undefined> {
    if (typeof kid !== 'string') return undefined;
    const thumbprint = kid.slice(kid.lastIndexOf('/') + 1);
    return kid === this.urls.key(thumbprint) ? this.byThumbprint(thumbprint) : undefined;
  }
}

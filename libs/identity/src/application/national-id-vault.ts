import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Environment } from '@jssu/config';

/** National ids, and files full of them, at rest: AES-256-GCM for the value, a keyed hash for look-up; both keys derived from the data key. */
@Injectable()
export class NationalIdVault {
  private readonly cipherKey: Buffer;
  private readonly hashKey: Buffer;

  constructor(@Inject(Environment) environment: Environment) {
    const root = environment.dataKey.export();
    this.cipherKey = Buffer.from(hkdfSync('sha256', root, '', 'jssu national id cipher', 32));
    this.hashKey = Buffer.from(hkdfSync('sha256', root, '', 'jssu national id look-up', 32));
  }

  /** nonce (12 bytes) + tag (16 bytes) + ciphertext; `owner` is bound in, so that a value cannot be moved to another row. */
  seal(value: string | Uint8Array, owner: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.cipherKey, nonce).setAAD(Buffer.from(owner));
    const sealed = [cipher.update(typeof value === 'string' ? Buffer.from(value) : value), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
  }

  /** @throws Error when the value was changed, moved, or sealed with another key */
  open(sealed: Buffer, owner: string): string {
    return this.openBytes(sealed, owner).toString('utf8');
  }

  openBytes(sealed: Buffer, owner: string): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.cipherKey, sealed.subarray(0, 12)).setAAD(Buffer.from(owner));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  }

  /** Equal ids have equal hashes; without the key nobody can try ids. */
  lookupHash(value: string): Buffer {
    return createHmac('sha256', this.hashKey).update(value).digest();
  }
}

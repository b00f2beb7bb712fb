import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';

/** What the address `kid` must answer: one bare JWK, not a set (the 1EdTech verifier looks for `kty` at the top). */
export function publicCredentialKey(key: KeyObject, kid: string): JWK {
  const { kty, n, e } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return { kty, n, e, alg: 'RS256', use: 'sig', kid } as JWK;
}

/** The key's name (RFC 7638, SHA-256, base64url): the same for the same key, wherever it is worked out. */
export function keyThumbprint(key: KeyObject): string {
  const { e, kty, n } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url');
}

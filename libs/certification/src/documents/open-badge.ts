import { createHash, type KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, decodeProtectedHeader, errors, importJWK, type JWK } from 'jose';
import { addDays, LOCALES, startOfDay, type CivilDate, type Locale, type LocalizedText, type Zone } from '@jssu/kernel';

/** The facts of which a credential is made. */
export interface CredentialContent {
  /** Of this credential: a URL, or `urn:uuid:…`. One certificate has one credential. */
  readonly id: string;
  /** The subject is the certification, not the person: a bearer shows what he holds without showing who else he is. */
  readonly certificationId: string;
  readonly certificateNumber: string;
  /** `id` is an https URL at which the issuer's profile can be read. */
  readonly issuer: { readonly id: string; readonly name: LocalizedText };
  readonly achievement: {
    /** A URL; the Urdu and Chinese forms are at the same address with `lang=ur` and `lang=zh`. */
    readonly id: string;
    readonly name: LocalizedText;
    readonly description: string;
    /** What it takes to earn it. Markdown. */
    readonly criteria: string;
  };
  readonly grantedOn: CivilDate;
  /** The last day on which it holds; null: no end. */
  readonly expiresOn: CivilDate | null;
  /** Of the two dates; `Asia/Karachi` unless told otherwise. */
  readonly zone?: Zone;
  /**
   * Lets somebody who knows the service number check that the credential is about it. The salt stands in the credential
   * (Open Badges 3.0, IdentityObject), so a short number can still be found by trying all: leave it out unless needed.
   */
  readonly identity?: { readonly serviceNumber: string; readonly salt: string };
}

export interface Related {
  readonly id: string;
  readonly type: readonly ['Related'];
  readonly inLanguage: string;
  readonly name: string;
}

/** An `OpenBadgeCredential` (Open Badges 3.0) on the Verifiable Credentials Data Model 2.0. */
export interface OpenBadgeCredential {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly type: readonly string[];
  readonly name: string;
  readonly issuer: { readonly id: string; readonly type: readonly ['Profile']; readonly name: string };
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: readonly ['AchievementSubject'];
    readonly licenseNumber: string;
    readonly identifier?: readonly Readonly<Record<string, string | boolean>>[];
    readonly achievement: {
      readonly id: string;
      readonly type: readonly ['Achievement'];
      readonly achievementType: string;
      readonly inLanguage: string;
      readonly name: string;
      readonly description: string;
      readonly criteria: { readonly narrative: string };
      readonly related: readonly Related[];
    };
  };
  readonly credentialSchema: readonly { readonly id: string; readonly type: string }[];
}

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  // Defines the type of `credentialSchema` below; without it a strict JSON-LD reader refuses the credential.
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
];
const SCHEMA = {
  id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019',
};

/** Names are plain strings, as the schema of Open Badges demands: the other languages are related achievements. */
export function openBadgeCredential(content: CredentialContent): OpenBadgeCredential {
  const { achievement, issuer, identity, zone = 'Asia/Karachi' } = content;
  return {
    '@context': CONTEXTS,
    id: content.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.name.en,
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name.en },
    validFrom: toSecond(startOfDay(content.grantedOn, zone)),
    // The last day is included: the credential ends when the next one begins.
    ...(content.expiresOn && { validUntil: toSecond(startOfDay(addDays(content.expiresOn, 1), zone)) }),
    credentialSubject: {
      id: `urn:uuid:${content.certificationId}`,
      type: ['AchievementSubject'],
      licenseNumber: content.certificateNumber,
      ...(identity && { identifier: [identityObject(identity.serviceNumber, identity.salt)] }),
      achievement: achievementIn('en', achievement),
    },
    credentialSchema: [SCHEMA],
  };
}

/** The achievement in one language, the others as its relatives; what its address answers. */
export function achievementIn(
  locale: Locale,
  { id, name, description, criteria }: CredentialContent['achievement'],
): OpenBadgeCredential['credentialSubject']['achievement'] {
  return {
    id: locale === 'en' ? id : inLanguage(id, locale),
    type: ['Achievement'],
    achievementType: 'Certification',
    inLanguage: locale,
    name: name[locale],
    description,
    criteria: { narrative: criteria },
    related: LOCALES.filter((other) => other !== locale).map((other) => ({
      id: other === 'en' ? id : inLanguage(id, other),
      type: ['Related'],
      inLanguage: other,
      name: name[other],
    })),
  };
}

/** @param kid URL at which the public key stands as a bare JWK, see `publicCredentialKey` */
export interface CredentialSigner {
  readonly key: KeyObject;
  readonly kid: string;
}

/**
 * The credential as VC-JWT (Open Badges 3.0 §8.2): the credential itself is the payload, with the registered claims
 * beside its members. RS256, the one algorithm that every Open Badges verifier must know.
 * @throws TypeError when the key is no private RSA key of at least 2048 bits
 */
export async function signCredential(credential: OpenBadgeCredential, { key, kid }: CredentialSigner): Promise<string> {
  if (
    key.type !== 'private' ||
    key.asymmetricKeyType !== 'rsa' ||
    (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048
  )
    throw new TypeError('a credential is signed with a private RSA key of at least 2048 bits');
  const payload = { ...credential, ...claimsOf(credential) };
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
    .sign(key);
}

export type CredentialCheck =
  | { readonly ok: true; readonly credential: OpenBadgeCredential }
  | {
      readonly ok: false;
      /** With `not-yet-valid` and `expired`: ours and unchanged, but not for this day. */
      readonly credential?: OpenBadgeCredential;
      /**
       * `malformed`: no credential of ours; `wrong-algorithm`: not RS256; `bad-signature`: changed, or another key;
       * `claims-differ`: a registered claim contradicts the credential it stands beside.
       */
      readonly reason:
        'malformed' | 'wrong-algorithm' | 'bad-signature' | 'claims-differ' | 'not-yet-valid' | 'expired';
    };

/** The `kid` that a credential's header names; undefined when there is none to be read. */
export function credentialKeyId(jwt: string): string | undefined {
  try {
    const { kid } = decodeProtectedHeader(jwt);
    return typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}

/** Checks signature, claims and dates. Whether the certification was revoked since is not in a JWT: ask the register. */
export async function verifyCredentialJwt(jwt: string, jwk: JWK, now: Date): Promise<CredentialCheck> {
  let payload: unknown;
  try {
    const key = await importJWK({ kty: jwk.kty, n: jwk.n, e: jwk.e }, 'RS256');
    const verified = await compactVerify(jwt, key, { algorithms: ['RS256'] });
    payload = JSON.parse(Buffer.from(verified.payload).toString('utf8'));
  } catch (error) {
    if (error instanceof errors.JOSEAlgNotAllowed) return { ok: false, reason: 'wrong-algorithm' };
    if (error instanceof errors.JWSSignatureVerificationFailed) return { ok: false, reason: 'bad-signature' };
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return { ok: false, reason: 'malformed' };
    throw error;
  }
  if (!isOpenBadge(payload)) return { ok: false, reason: 'malformed' };
  const { iss, jti, sub, nbf, exp, ...credential } = payload;
  const claims: Partial<RegisteredClaims> = { iss, jti, sub, nbf, ...(exp !== undefined && { exp }) };
  const expected = claimsOf(credential);
  const keys = new Set([...Object.keys(claims), ...Object.keys(expected)]) as Set<keyof RegisteredClaims>;
  if ([...keys].some((name) => claims[name] !== expected[name])) return { ok: false, reason: 'claims-differ' };
  const second = now.getTime() / 1000;
  if (second < expected.nbf) return { ok: false, reason: 'not-yet-valid', credential };
  if (expected.exp !== undefined && second >= expected.exp) return { ok: false, reason: 'expired', credential };
  return { ok: true, credential };
}

interface RegisteredClaims {
  readonly iss: string;
  readonly jti: string;
  readonly sub: string;
  readonly nbf: number;
  readonly exp?: number;
}

function claimsOf(credential: OpenBadgeCredential): RegisteredClaims {
  const second = (instant: string) => Math.floor(Date.parse(instant) / 1000);
  return {
    iss: credential.issuer.id,
    jti: credential.id,
    sub: credential.credentialSubject.id,
    nbf: second(credential.validFrom),
    ...(credential.validUntil !== undefined && { exp: second(credential.validUntil) }),
  };
}

function isOpenBadge(value: unknown): value is OpenBadgeCredential & Partial<RegisteredClaims> {
  if (typeof value !== 'object' || value === null) return false;
  const { type, issuer, credentialSubject, validFrom } = value as Partial<OpenBadgeCredential>;
  return (
    Array.isArray(type) &&
    type.includes('OpenBadgeCredential') &&
    typeof issuer?.id === 'string' &&
    typeof credentialSubject?.id === 'string' &&
    typeof validFrom === 'string'
  );
}

function inLanguage(id: string, locale: Locale): string {
  const url = new URL(id);
  url.searchParams.set('lang', locale);
  return url.href;
}

/** @throws RangeError when the salt is shorter than 16 characters */
function identityObject(serviceNumber: string, salt: string): Readonly<Record<string, string | boolean>> {
  if (salt.length < 16) throw new RangeError('the salt of an identity has at least 16 characters');
  return {
    type: 'IdentityObject',
    identityType: 'ext:serviceNumber',
    hashed: true,
    salt,
    identityHash: `sha256$${createHash('sha256').update(serviceNumber).update(salt).digest('hex')}`,
  };
}

function toSecond(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

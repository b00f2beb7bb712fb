import { createHash, createHmac, generateKeyPairSync, sign, verify } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { credential as content, KID } from './documents.fixtures.js';
import { keyThumbprint, publicCredentialKey } from './credential-key.js';
import { openBadgeCredential, signCredential, verifyCredentialJwt } from './open-badge.js';

const { privateKey: key, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = publicCredentialKey(key, KID);
const during = new Date('2027-01-01T00:00:00Z');
const credential = openBadgeCredential(content);
const jwt = await signCredential(credential, { key, kid: KID });

const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
const signed = (header: unknown, payload: unknown) => {
  const input = `${segment(header)}.${segment(payload)}`;
  return `${input}.${sign('RSA-SHA256', Buffer.from(input), key).toString('base64url')}`;
};

describe('the credential', () => {
  it('has the members that Open Badges 3.0 demands, names as plain strings', () => {
    const { achievement } = credential.credentialSubject;
    expect(credential['@context'].slice(0, 2)).toEqual([
      'https://www.w3.org/ns/credentials/v2',
      expect.stringMatching(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context-3\.0\.\d\.json$/),
    ]);
    expect(credential.type).toEqual(['VerifiableCredential', 'OpenBadgeCredential']);
    expect(credential.issuer).toEqual({
      id: content.issuer.id,
      type: ['Profile'],
      name: 'Joint Special Security Unit',
    });
    expect(credential.credentialSubject.type).toEqual(['AchievementSubject']);
    expect(achievement).toMatchObject({
      id: content.achievement.id,
      type: ['Achievement'],
      name: 'Static Site Guard, Level 1',
      inLanguage: 'en',
      description: expect.any(String),
      criteria: { narrative: expect.any(String) },
    });
    expect(achievement.related.map(({ inLanguage, name }) => [inLanguage, name])).toEqual([
      ['ur', 'سٹیٹک سائٹ گارڈ، درجہ اول'],
      ['zh', '固定站点警卫（一级）'],
    ]);
    expect(new Set([achievement.id, ...achievement.related.map(({ id }) => id)]).size).toBe(3);
  });

  it('begins with the day of granting and ends with the last day, in the zone', () => {
    expect(credential.validFrom).toBe('2026-11-23T19:00:00Z');
    expect(credential.validUntil).toBe('2029-11-23T19:00:00Z');
    expect(openBadgeCredential({ ...content, zone: 'Asia/Shanghai' }).validFrom).toBe('2026-11-23T16:00:00Z');
    expect(openBadgeCredential({ ...content, expiresOn: null })).not.toHaveProperty('validUntil');
  });

  it('names its key as RFC 7638 says, the private one and the public one alike', async () => {
    expect(keyThumbprint(key)).toBe(await calculateJwkThumbprint(jwk, 'sha256'));
    expect(keyThumbprint(publicKey)).toBe(keyThumbprint(key));
  });

  it('hashes an identity with its salt, and has none unless asked', () => {
    expect(credential.credentialSubject).not.toHaveProperty('identifier');
    const salt = 'kJ3dP0qLw9xZt2Vb';
    const [identity] =
      openBadgeCredential({ ...content, identity: { serviceNumber: 'PK-10442', salt } }).credentialSubject.identifier ??
      [];
    expect(identity).toEqual({
      type: 'IdentityObject',
      identityType: 'ext:serviceNumber',
      hashed: true,
      salt,
      identityHash: `sha256$${createHash('sha256').update(`PK-10442${salt}`).digest('hex')}`,
    });
    expect(() => openBadgeCredential({ ...content, identity: { serviceNumber: '1', salt: 'short' } })).toThrow(
      RangeError,
    );
  });
});

describe('the VC-JWT', () => {
  const [header, payload, signature] = jwt.split('.');

  it('is RS256 over the credential itself, and any RSA library can check it', () => {
    expect(decode(header)).toEqual({ alg: 'RS256', kid: KID, typ: 'JWT' });
    expect(decode(payload)).toEqual({
      ...credential,
      iss: content.issuer.id,
      jti: content.id,
      sub: `urn:uuid:${content.certificationId}`,
      nbf: Date.parse('2026-11-23T19:00:00Z') / 1000,
      exp: Date.parse('2029-11-23T19:00:00Z') / 1000,
    });
    expect(
      verify('RSA-SHA256', Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url')),
    ).toBe(true);
  });

  it('verifies with the bare public JWK, which has nothing private', async () => {
    expect(Object.keys(jwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(publicCredentialKey(publicKey, KID)).toEqual(jwk);
    expect(await verifyCredentialJwt(jwt, jwk, during)).toEqual({ ok: true, credential });
  });

  it('without an end has no exp and holds for ever', async () => {
    const endless = openBadgeCredential({ ...content, expiresOn: null });
    const token = await signCredential(endless, { key, kid: KID });
    expect(decode(token.split('.')[1])).not.toHaveProperty('exp');
    expect(await verifyCredentialJwt(token, jwk, new Date('2150-01-01T00:00:00Z'))).toMatchObject({ ok: true });
  });

  it('holds through the last day in Karachi and not a second longer', async () => {
    const at = async (instant: string) => verifyCredentialJwt(jwt, jwk, new Date(instant));
    expect(await at('2026-11-23T18:59:59Z')).toEqual({ ok: false, reason: 'not-yet-valid', credential });
    expect(await at('2026-11-23T19:00:00Z')).toMatchObject({ ok: true });
    expect(await at('2029-11-23T18:59:59Z')).toMatchObject({ ok: true });
    expect(await at('2029-11-23T19:00:00Z')).toEqual({ ok: false, reason: 'expired', credential });
  });

  it('is refused when changed, or signed by another key', async () => {
    const other = publicCredentialKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, KID);
    const altered = segment({ ...decode(payload), validUntil: '2099-01-01T00:00:00Z', exp: 4070908800 });
    const bad = { ok: false, reason: 'bad-signature' };
    expect(await verifyCredentialJwt(`${header}.${altered}.${signature}`, jwk, during)).toEqual(bad);
    expect(await verifyCredentialJwt(jwt, other, during)).toEqual(bad);
  });

  it('is refused under any other algorithm: none, and HMAC with the public key as its secret', async () => {
    const refused = { ok: false, reason: 'wrong-algorithm' };
    const none = `${segment({ alg: 'none', typ: 'JWT' })}.${payload}.`;
    const input = `${segment({ alg: 'HS256', typ: 'JWT' })}.${payload}`;
    const pem = publicKey.export({ type: 'spki', format: 'pem' });
    const hmac = `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
    expect(await verifyCredentialJwt(none, jwk, during)).toEqual(refused);
    expect(await verifyCredentialJwt(hmac, jwk, during)).toEqual(refused);
  });

  it.each([
    ['iss', 'https://elsewhere.example'],
    ['jti', 'urn:uuid:another'],
    ['sub', 'urn:uuid:another'],
    ['nbf', 1],
    ['exp', undefined],
    ['exp', 4070908800],
  ])('is refused when %s contradicts the credential (%p)', async (claim, value) => {
    const token = signed(decode(header), { ...decode(payload), [claim]: value });
    expect(await verifyCredentialJwt(token, jwk, during)).toEqual({ ok: false, reason: 'claims-differ' });
  });

  it.each([
    '',
    'x',
    'a.b.c',
    `${header}.${payload}`,
    signed({ alg: 'RS256' }, { hello: 1 }),
    signed({ alg: 'RS256' }, null),
  ])('says malformed about what is no credential (%#)', async (text) => {
    expect(await verifyCredentialJwt(text, jwk, during)).toEqual({ ok: false, reason: 'malformed' });
  });

  it('is signed only with a strong private RSA key', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    for (const wrong of [weak, curve, publicKey])
      await expect(signCredential(credential, { key: wrong, kid: KID })).rejects.toThrow(TypeError);
  });

  it('says nothing about where the person serves, nor his name', () => {
    const subject = Object.keys(credential.credentialSubject).sort();
    expect(subject).toEqual(['achievement', 'id', 'licenseNumber', 'type']);
  });
});

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keepSecret } from '@jssu/platform/embedded';

const random32Bytes = (): string => randomBytes(32).toString('base64url');

const CREATE = {
  JSSU_TOKEN_SECRET: random32Bytes,
  JSSU_DATA_KEY: random32Bytes,
  JSSU_CREDENTIAL_KEY: () =>
    generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    }).privateKey,
};
type SecretName = keyof typeof CREATE;
const NAMES = Object.keys(CREATE) as SecretName[];

/**
 * The secrets that the environment does not give, from `secrets.json` in `home`, which is made the first time.
 * For trying the product on one machine; a real installation sets them itself.
 */
export function missingSecrets(home: string, env: NodeJS.ProcessEnv): Partial<Record<SecretName, string>> {
  const missing = NAMES.filter((name) => !env[name]);
  if (missing.length === 0) return {};
  const file = join(home, 'secrets.json');
  const kept = JSON.parse(
    keepSecret(file, () => JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, CREATE[name]()])), null, 2)),
  ) as Partial<Record<SecretName, string>>;
  const lost = missing.filter((name) => !kept[name]);
  if (lost.length > 0)
    throw new Error(
      `${file} has no ${lost.join(', ')}. Set it in the environment, or remove the whole folder to begin anew.`,
    );
  return Object.fromEntries(missing.map((name) => [name, kept[name]]));
}

import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: nobody guesses one. */
const BYTES = 32;
const SHOWN_LENGTH = 4;

/** The secret of a service key. What begins so is known for one wherever it turns up, by people and by scanners of leaked secrets. */
export const newSecret = (): string => `rk_${randomBytes(BYTES).toString('base64url')}`;

/** What is kept of a secret: the hash by which it is found, and the end by which people tell keys apart. */
export const keptOfSecret = (secret: string): { readonly secretHash: string; readonly suffix: string } => ({
  secretHash: hashOfSecret(secret),
  suffix: secret.slice(-SHOWN_LENGTH),
});

/** The hash by which a secret is found. It is random, so it needs neither salt nor a slow hash. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

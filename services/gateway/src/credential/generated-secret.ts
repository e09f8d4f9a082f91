import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SCHEME = 'sha256$';

/** A secret of 256 bits, for a client that was given none. */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

/** The stored hash of a secret from `makeSecret`. One fast hash without a salt is enough: 2^256 secrets cannot be tried. */
export const hashGenerated = (secret: string): string => SCHEME + digest(secret).toString('base64url');

/** Whether a kept hash is of a secret that was made here: it cannot be guessed, so wrong ones need not be counted. */
export const isGenerated = (stored: string): boolean => stored.startsWith(SCHEME);

/** Compares in constant time with what `hashGenerated` made. */
export function isGeneratedSecret(secret: string, stored: string): boolean {
  const expected = Buffer.from(stored.slice(SCHEME.length), 'base64url');
  return isGenerated(stored) && timingSafeEqual(digest(secret), expected);
}

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

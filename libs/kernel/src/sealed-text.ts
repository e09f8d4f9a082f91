import { createCipheriv, createDecipheriv } from 'node:crypto';
import { randomFromPool } from './random.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
/** Said to the cipher both ways: without it Node takes a tag that was cut to four bytes, which can be guessed. */
const TAG = { authTagLength: 16 };

/** AES-256-GCM with a key of 32 bytes: iv, tag, then the text. `context` (the row and the field) is bound to it. */
export function seal(key: Buffer, context: string, text: string): Buffer {
  const iv = randomFromPool(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv, TAG).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Throws when the key or the context is another, or the value was changed. */
export function unseal(key: Buffer, context: string, sealed: Buffer): string {
  const bodyAt = IV_BYTES + TAG.authTagLength;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), TAG)
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(IV_BYTES, bodyAt));
  return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]).toString('utf8');
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What GATEWAY_KEY is used for, each with a key of its own. */
export type KeyPurpose = 'signing-key' | 'cookie';

/** A 32-byte key for one purpose, derived from GATEWAY_KEY. */
export const deriveKey = (gatewayKey: Buffer, purpose: KeyPurpose): Buffer =>
  Buffer.from(hkdfSync('sha256', gatewayKey, Buffer.alloc(0), `zero-distance/gateway/${purpose}`, 32));

/** AES-256-GCM: iv, tag, then the text. `name` is bound to it, so that a sealed value cannot be moved to another row. */
export function seal(key: Buffer, name: string, text: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Throws when the key is another one, the name differs, or the value was changed. */
export function unseal(key: Buffer, name: string, sealed: Buffer): string {
  const iv = sealed.subarray(0, IV_BYTES);
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name)).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

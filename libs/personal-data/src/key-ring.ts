import { createHmac } from 'node:crypto';
import { seal, unseal } from '@zero-distance/kernel';
import type { IdNumber } from './id-number.js';
import { readKeys } from './key-list.js';
import type { Phone } from './phone.js';

/**
 * Encrypts personal data with AES-256-GCM. Each value carries the id of its key, so keys can be changed
 * while old values stay readable. `context` (whose value, which field) is authenticated with it: a value
 * copied to another row or field does not decrypt.
 */
export class KeyRing {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly currentId: string;

  /** @param ring `id:base64,id:base64…`, the current key first; each of 32 bytes. */
  constructor(ring: string) {
    const { keys, currentId } = readKeys(ring);
    this.keys = keys;
    this.currentId = currentId;
  }

  /** `keyId:base64(iv, tag, ciphertext)`. */
  encrypt(plain: string, context: string): string {
    return `${this.currentId}:${seal(this.key(this.currentId), context, plain).toString('base64')}`;
  }

  /** Throws when the value was changed, belongs elsewhere, or its key is not in the ring. */
  decrypt(value: string, context: string): string {
    const colon = value.indexOf(':');
    return unseal(this.key(value.slice(0, colon)), context, Buffer.from(value.slice(colon + 1), 'base64'));
  }

  private key(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new Error(`the key ${id} is not in the ring`);
    return key;
  }
}

/** A keyed hash to find a value by, which tells nothing to who has only the table. */
export class BlindIndex {
  private readonly key: Buffer;

  constructor(base64Key: string) {
    this.key = Buffer.from(base64Key, 'base64');
  }

  /** The telephone number in any spelling, with an extension or without, gives one hash. */
  ofPhone({ dialled }: Phone): string {
    return this.of(dialled);
  }

  /** 身份证号: no telephone number gives the same hash. */
  ofIdNumber({ number }: Pick<IdNumber, 'number'>): string {
    return this.of(`id-number ${number}`);
  }

  of(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64');
  }
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { readKeys } from './key-list.js';

/** What a link is for. One that was made for one purpose opens nothing else. */
export const LINK_PURPOSES = ['callback-answer'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** What a link leads to, and until when. */
export interface LinkTarget {
  readonly purpose: LinkPurpose;
  /** A UUID: the callback that is answered. */
  readonly id: string;
  /** In whole seconds: what is below is cut off. */
  readonly expiresAt: Date;
}

/** A link that holds, or why it does not. */
export type LinkReading = { readonly id: string; readonly expiresAt: Date } | 'invalid' | 'expired';

const ID_BYTES = 16;
const TIME_BYTES = 5;
/** 128 bits: a text message is short, and each guess is a call that is counted. */
const SIGNATURE_BYTES = 16;
const TOKEN = /^([\w-]{1,64})\.([\w-]{28})\.([\w-]{22})$/;

/**
 * 签名链接: shows that its holder was sent it, without a log-in and without anything kept. `<key>.<id and expiry>.<HMAC-SHA-256, 128 bits>`; the
 * purpose is signed and not told. The service that makes links and the one that takes them share the keys by configuration, so that no token
 * rides in an event. That a link is used once is for the receiver to see to, in the transaction that does what it is for.
 */
export class SignedLinks {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly currentId: string;

  /** @param ring `id:base64,id:base64…`, the current key first; links signed with one that was taken out are not valid any more. */
  constructor(ring: string) {
    const { keys, currentId } = readKeys(ring);
    this.keys = keys;
    this.currentId = currentId;
  }

  sign({ purpose, id, expiresAt }: LinkTarget): string {
    const payload = Buffer.alloc(ID_BYTES + TIME_BYTES);
    payload.write(id.replaceAll('-', ''), 'hex');
    payload.writeUIntBE(Math.floor(expiresAt.getTime() / 1000), ID_BYTES, TIME_BYTES);
    return this.tokenOf(this.currentId, purpose, payload);
  }

  /** Reads a token, which may be anything. Takes the same time wherever it differs from one that is right. */
  read(token: string, purpose: LinkPurpose, now: Date): LinkReading {
    const [, keyId = '', given = ''] = TOKEN.exec(token) ?? [];
    if (!this.keys.has(keyId)) return 'invalid';
    const payload = Buffer.from(given, 'base64url');
    if (!timingSafeEqual(Buffer.from(token), Buffer.from(this.tokenOf(keyId, purpose, payload)))) return 'invalid';
    const expiresAt = new Date(payload.readUIntBE(ID_BYTES, TIME_BYTES) * 1000);
    return expiresAt <= now ? 'expired' : { id: uuidOf(payload), expiresAt };
  }

  private tokenOf(keyId: string, purpose: LinkPurpose, payload: Buffer): string {
    const key = this.keys.get(keyId) as Buffer;
    const signature = createHmac('sha256', key).update(`zero-distance link 1\0${purpose}\0`).update(payload).digest();
    return `${keyId}.${payload.toString('base64url')}.${signature.subarray(0, SIGNATURE_BYTES).toString('base64url')}`;
  }
}

function uuidOf(payload: Buffer): string {
  const hex = payload.toString('hex', 0, ID_BYTES);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/**
 * Tells whether a request is the same again, without keeping what it said. The body of a request holds names, telephone numbers and
 * addresses, of which there are few enough to be tried one by one: so the hash is keyed, and a copy of the database alone answers no guess.
 */
export class RequestHash {
  private readonly key: KeyObject;

  /** @param key the service's REQUEST_HASH_KEY, 32 bytes; the replicas of a service have the same, or they would not know each other's */
  constructor(key: Buffer) {
    this.key = createSecretKey(key);
  }

  /** Of method, address and body as parsed, so white space doesn't matter. */
  of(method: string, url: string, body: unknown): string {
    return createHmac('sha256', this.key)
      .update(`${method} ${url}\n${JSON.stringify(body) ?? ''}`)
      .digest('base64url');
  }
}

import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/**
 * Recognises a repeated request without keeping its content. The body holds names, telephone numbers and addresses; these are few enough
 * to be tried one by one. So the hash is keyed: a copy of the database alone does not confirm a guess.
 */
export class RequestHash {
  private readonly key: KeyObject;

  /** @param key the service's REQUEST_HASH_KEY, 32 bytes; all replicas of a service share it, or they would not recognise each other's hashes */
  constructor(key: Buffer) {
    this.key = createSecretKey(key);
  }

  /** Hashes method, address and the parsed body, so white space doesn't matter. */
  of(method: string, url: string, body: unknown): string {
    return createHmac('sha256', this.key)
      .update(`${method} ${url}\n${JSON.stringify(body) ?? ''}`)
      .digest('base64url');
  }

  /** Of a file that was sent: with one row it is as small a secret as a body. */
  ofFile(digest: string): string {
    return createHmac('sha256', this.key).update(`file ${digest}`).digest('base64url');
  }

  /**
   * The key of a visitor as it is kept: all visitors are one caller, so the key alone may be a stranger's. Said of something else it is another key, and
   * nobody is given the answer to what they did not say themselves.
   */
  ofVisitor(key: string, requestHash: string): string {
    return createHmac('sha256', this.key).update(`visitor ${key}\n${requestHash}`).digest('base64url');
  }
}

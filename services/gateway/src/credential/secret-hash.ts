import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

// 2^14 rounds of 1 KiB blocks: about 40 ms and 16 MiB a check, off the event loop. A token lives an hour, so a client pays this rarely.
const COST = { N: 16_384, r: 8, p: 1 };
const HASH_BYTES = 32;

const derive = (secret: string, salt: Buffer, length: number, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(secret.normalize('NFKC'), salt, length, options, (error, key) => (error ? reject(error) : resolve(key))),
  );

/** `scrypt$N$r$p$salt$hash`, so that a later, higher cost can coexist with this one. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(secret, salt, HASH_BYTES, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

let nobody: Promise<string> | undefined;

/** The hash to compare with when the name does not exist, so that the time of the answer reveals nothing. */
export function nobodysHash(): Promise<string> {
  nobody ??= hashSecret('nobody');
  return nobody;
}

/** Compares in constant time. Throws when `stored` is not a hash made by `hashSecret`. */
export async function isSecret(secret: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || !salt || !hash) throw new Error('a stored secret hash is not in the form scrypt$N$r$p$salt$hash');
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive(secret, Buffer.from(salt, 'base64url'), expected.length, { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(actual, expected);
}

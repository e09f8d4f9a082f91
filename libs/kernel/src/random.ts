import { randomFillSync } from 'node:crypto';

// One system call serves many: a random read per sealed text was the largest cost of making one.
const POOL_BYTES = 8192;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Random bytes, each given once. They are a view of a pool that is filled anew later: read or copy them before the caller waits. */
export function randomFromPool(count: number): Buffer {
  if (used + count > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
}

import { randomUUID } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then a 12-bit counter so that ids made by one
 * process in one millisecond sort in the order they were made, then 62 random bits.
 */
export function newId(now: number = Date.now()): string {
  const random = randomUUID(); // its last 62 bits, from a pool that Node keeps
  if (now > lastMs) {
    lastMs = now;
    counter = Number.parseInt(random.slice(0, 3), 16) >> 1; // start low: room to count up
  } else if (++counter > 0xfff) {
    lastMs += 1; // the counter ran out within the millisecond: borrow from the next
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}${random.slice(18)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
export const isId = (value: string): boolean => UUID.test(value);

/** The moment inside a UUIDv7. */
export const idTime = (id: string): Date => new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));

/** The smallest UUIDv7 of a moment: a range bound for tables partitioned or paged by id. No id is of before 1970. */
export function idFloor(at: Date): string {
  const time = Math.max(at.getTime(), 0).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** The next number in [0, 1) of a seeded row. */
export type Random = () => number;

/** One of the items. */
export const among = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

/** True so often. */
export const happens = (random: Random, share: number): boolean => random() < share;

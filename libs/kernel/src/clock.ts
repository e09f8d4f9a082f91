/** Where the time comes from. Pure rules take `now: Date` as an argument; only the edges hold a Clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

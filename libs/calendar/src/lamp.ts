/** 亮灯: how much of the time is gone, as the wall screen and the lists show it. */
export const LAMPS = ['green', 'yellow', 'red'] as const;
export type Lamp = (typeof LAMPS)[number];

/** Shares of the time from start to due at which the lamp changes: a policy of the service that shows it. */
export interface LampThresholds {
  readonly yellow: number;
  readonly red: number;
}

/** What holds unless a district sets something else: yellow when 80 % of the time is gone, red when all of it is. */
export const LAMP_DEFAULTS: LampThresholds = { yellow: 0.8, red: 1 };

/** The instants at which the lamp changes, for timers. `from` must leave out paused time (`Deadline.countedFrom`). */
export function lampTimes(from: Date, due: Date, thresholds: LampThresholds): { yellow: Date; red: Date } {
  const at = (share: number) => new Date(from.getTime() + Math.round((due.getTime() - from.getTime()) * share));
  return { yellow: at(thresholds.yellow), red: at(thresholds.red) };
}

/** The lamp at a moment. */
export function lamp(from: Date, due: Date, now: Date, thresholds: LampThresholds): Lamp {
  const { yellow, red } = lampTimes(from, due, thresholds);
  if (now >= red) return 'red';
  return now >= yellow ? 'yellow' : 'green';
}

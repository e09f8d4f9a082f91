/** Why a delivery did not arrive. */
export const DELIVERY_FAULTS = ['refused', 'redirected', 'gone', 'busy', 'timed-out', 'not-reached', 'address-not-allowed'] as const;
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];

/** What a receiver answered; without a status it did not. */
export interface Answer {
  readonly status?: number;
  readonly fault?: DeliveryFault;
  readonly retryAfter?: string;
  readonly tookMs: number;
}

/** What the answer of a receiver means. Redirects are not followed: they could lead where it may not be sent to. */
export function faultOf({ status, fault }: Answer): DeliveryFault | undefined {
  if (status === undefined) return fault ?? 'not-reached';
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return 'redirected';
  if (status === 410) return 'gone';
  return status === 429 || status === 503 ? 'busy' : 'refused';
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** From one try to the next. After the last of them it stays at that, until it has been tried for as long as the policy says. */
const WAITS_MS = [1 * SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 1 * HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR];
/** A receiver may ask for a longer wait, but not for one in which it is forgotten. */
const LONGEST_WAIT_MS = 24 * HOUR;

/** Milliseconds to the next try, ±20 % so that what failed together is not tried again together. */
export function waitAfterTry(tries: number, asked: string | undefined, now: Date, random: () => number = Math.random): number {
  const usual = (WAITS_MS[Math.min(tries, WAITS_MS.length) - 1] ?? SECOND) * (0.8 + random() * 0.4);
  return Math.round(Math.min(LONGEST_WAIT_MS, Math.max(usual, askedWait(asked, now))));
}

/** RFC 9110 §10.2.3: seconds, or a time. */
function askedWait(asked: string | undefined, now: Date): number {
  if (asked === undefined) return 0;
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * SECOND;
  const at = Date.parse(asked);
  return Number.isNaN(at) ? 0 : at - now.getTime();
}

import { jittered, type RetryPolicy } from '../broker/retry-policy.js';

/** From this delivery on a message runs alone: should it crash the process, no other message is delivered again with it. */
const QUARANTINE_FROM = 3;
/** A message that crashed the process this many times while it ran alone does not run again. */
const MOST_CRASHES = 2;

/** Whether a message runs alone, behind a crash marker. */
export const isQuarantined = (tries: number): boolean => tries >= QUARANTINE_FROM;

/** @param begun how many times, with this one, the message began to run alone and was not seen to end */
export const hasCrashedTooOften = (begun: number): boolean => begun > MOST_CRASHES;

/** Whether a message that failed on this try is a dead letter now. */
export const wasLastTry = (tries: number, { backoffMs }: RetryPolicy): boolean => tries > backoffMs.length;

/** Milliseconds from a try to the next. */
export const waitAfter = (tries: number, { backoffMs }: RetryPolicy): number =>
  jittered(backoffMs[Math.min(tries, backoffMs.length) - 1] as number);

import type { Tx } from '@zero-distance/persistence';
import type { BlindIndex } from '@zero-distance/personal-data';
import { networkOf } from '@zero-distance/platform';
import { closedUntil, opens, withOneMore } from './tracking.js';
import { forgetTries, holdTries, keepTries } from './tracking.store.js';

/** What somebody says to see how something of theirs stands, and from where. */
export interface Guess {
  readonly address: string;
  readonly number: string;
  readonly lastFour: string;
}

/** What is guessed at: each is counted by itself, so that who looks for a case among the requests is not shut out of it. */
type Guessed = 'request' | 'booking' | 'service-case';

/** What came of it: what has that number and those digits, `wrong`, or until when that network may not try. */
type Tried<T> = { readonly found: T } | { readonly until: Date } | 'wrong';

/** What has a number, whoever asks, and what ends with the digits that open it: a masked telephone, or a code. */
interface Opened<T> {
  readonly found: T;
  readonly opensWith: string | null;
}

/**
 * 凭编号和后四位: a number that there is not, and digits that are not theirs, are answered and counted alike. A wrong try is to be kept although it is refused. It
 * is counted for the network that it came from: a stranger cannot take the day from who asked.
 * @param most wrong digits a day
 */
export async function tryDigits<T>(
  tx: Tx,
  { address, number, lastFour }: Guess,
  { what, index, most }: { readonly what: Guessed; readonly index: BlindIndex; readonly most: number },
  find: () => Promise<Opened<T> | undefined>,
): Promise<Tried<T>> {
  const guess = index.of(`tracking ${what} ${networkOf(address)} ${number}`);
  const tries = await holdTries(tx, guess);
  const known = await find();
  const until = closedUntil(tries, most, tx.now);
  if (until) return { until };
  if (!known || !opens(known.opensWith, lastFour)) {
    keepTries(tx, guess, withOneMore(tries, tx.now));
    return 'wrong';
  }
  if (tries.wrong === 0) forgetTries(tx, guess);
  return { found: known.found };
}

/** What a refusal says of how long it holds. */
export const untilOf = (until: Date, now: Date) => ({
  until: until.toISOString(),
  retryAfterSeconds: Math.ceil((until.getTime() - now.getTime()) / 1000),
});

import { SYSTEM } from '@zero-distance/kernel';
import type { Transactor, Tx } from '@zero-distance/persistence';
import { networkOf, siteOf } from '@zero-distance/platform';
import type { Database } from '../database.js';
import { CheckQueue } from './check-queue.js';
import { keyedHash } from './keyed-hash.js';

export interface LockoutLimits {
  /** So many failures in a row from one network lock the subject there. */
  readonly failures: number;
  /** So many from all networks that are not known lock it for these. */
  readonly overallFailures: number;
  /** For how long it is locked; failures further apart than this are not of one row. */
  readonly minutes: number;
}

export type Attempt = { readonly outcome: 'passed' | 'failed' } | { readonly outcome: 'refused'; readonly retryAfterSeconds: number };

/** Tells of failed tries of subjects that there are: `log-in-locked` when it is this one that locks the subject at its network. */
export type TellFailure = (tx: Tx, subject: string, action: 'log-in-failed' | 'log-in-locked') => void;

/** Who tries, and from where. */
export interface Attempter {
  /** `client:<id>`, `account:<id>`, or what `unknownSubject` gives. */
  readonly subject: string;
  /** The caller's IP address. */
  readonly address: string;
}

/** Where a try comes from, as keyed hashes: its network, and the IPv6 /48 around it (of IPv4 the network again). */
interface Origin {
  readonly network: string;
  readonly site: string;
}

/** How a try that was counted stands at its network. */
interface Entered {
  readonly isKnown: boolean;
  readonly isLocked: boolean;
}

/** A network from which a subject has logged in within this time is known: what strangers do elsewhere does not lock it. */
const KNOWN_DAYS = 30;
const ALL_NETWORKS = '';
const BUSY_SECONDS = 2;
/** What the subjects of names that do not exist begin with. Nobody is told of their tries: anybody can make as many as they like. */
const UNKNOWN = 'unknown:';

/**
 * Counts failed log-ins by subject and network, in the database, so that the count holds over replicas and restarts. By network, because
 * a subject's name is no secret: counted by name alone, anybody could lock a department out for any time. A caller with many networks meets
 * the overall bound, which does not apply to networks that the subject is known at. For that bound an IPv6 /48 is one network: the owner of
 * one /64 may have them all. Generated secrets cannot be guessed and are not checked here.
 */
export class Lockout {
  private readonly queue = new CheckQueue();

  constructor(
    private readonly db: Database,
    private readonly transactor: Transactor,
    private readonly key: Buffer,
    private readonly limits: LockoutLimits,
    private readonly tell: TellFailure,
  ) {}

  /** The subject of a name that does not exist: what was typed there may be a secret typed in the wrong field. */
  unknownSubject(name: string): string {
    return `${UNKNOWN}${keyedHash(this.key, name)}`;
  }

  /**
   * Tries a log-in. A locked subject is refused without the check (which is costly) being made. Every try is counted as a failure before
   * it is checked, and a pass takes that back: so of many guesses sent at once no more are checked than of those sent one by one.
   */
  async attempt({ subject, address }: Attempter, check: () => Promise<boolean>): Promise<Attempt> {
    const network = networkOf(address);
    const origin = { network: keyedHash(this.key, network), site: keyedHash(this.key, siteOf(network)) };
    const attempt = await this.queue.inTurn(origin.site, () => this.attemptFrom(subject, origin, check));
    return attempt ?? { outcome: 'refused', retryAfterSeconds: BUSY_SECONDS };
  }

  /** Removes counts that no longer matter: failures when they count no more, passes when the network is known no more. */
  async sweep(): Promise<void> {
    await this.db.query(
      `DELETE FROM gateway.login_attempt WHERE greatest(last_failed_at, passed_at) < now() - make_interval(mins => $2)
         AND (passed_at IS NULL OR passed_at < now() - make_interval(days => $1))`,
      [KNOWN_DAYS, this.limits.minutes],
    );
  }

  private async attemptFrom(subject: string, origin: Origin, check: () => Promise<boolean>): Promise<Attempt> {
    const entered = await this.enter(subject, origin);
    if (!entered) return { outcome: 'refused', retryAfterSeconds: await this.lockedFor(subject, origin) };
    if (await this.queue.hash(check)) {
      await this.pass(subject, origin.network);
      return { outcome: 'passed' };
    }
    await this.fail(subject, origin, entered);
    return { outcome: 'failed' };
  }

  /** Counts the try; undefined when the subject is locked here, or around here or everywhere and not known here. */
  private async enter(subject: string, { network, site }: Origin): Promise<Entered | undefined> {
    const isOpen = `EXISTS (SELECT FROM gateway.login_attempt WHERE subject = $1 AND network = $2 AND passed_at > now() - make_interval(days => $5))
      OR NOT EXISTS (SELECT FROM gateway.login_attempt WHERE subject = $1 AND network IN ($6, $7) AND locked_until > now())`;
    const { text, params } = this.counting(subject, network, this.limits.failures, isOpen);
    const { rows } = await this.db.query<Entered>(
      `${text} RETURNING coalesce(passed_at > now() - make_interval(days => $5), false) AS "isKnown", locked_until IS NOT NULL AS "isLocked"`,
      [...params, KNOWN_DAYS, site, ALL_NETWORKS],
    );
    return rows[0];
  }

  /**
   * Counts the failure where the subject is not known, for its /48 and from all of these, and tells of it: in one transaction for every name. If a try
   * of a name that there is took a commit more than one of a name that nobody has, the time of the answer would say which it was.
   */
  private async fail(subject: string, { network, site }: Origin, { isKnown, isLocked }: Entered): Promise<void> {
    await this.transactor.transact(SYSTEM, async (tx) => {
      const count = (at: string, limit: number) => {
        const { text, params } = this.counting(subject, at, limit);
        tx.write(text, params, 'any');
      };
      if (!isKnown && site !== network) count(site, this.limits.failures);
      if (!isKnown) count(ALL_NETWORKS, this.limits.overallFailures);
      if (!subject.startsWith(UNKNOWN)) this.tell(tx, subject, isLocked ? 'log-in-locked' : 'log-in-failed');
    });
  }

  /** One failure more, unless it is locked already. */
  private counting(subject: string, network: string, limit: number, isOpen = 'true'): { text: string; params: readonly unknown[] } {
    const failures = `CASE WHEN a.last_failed_at < now() - make_interval(mins => $4) OR a.locked_until <= now() THEN 1 ELSE a.failures + 1 END`;
    const lockAt = (count: string) => `CASE WHEN ${count} >= $3 THEN now() + make_interval(mins => $4) END`;
    const text = `INSERT INTO gateway.login_attempt AS a (subject, network, failures, last_failed_at, locked_until)
       SELECT $1, $2, 1, now(), ${lockAt('1')} WHERE ${isOpen}
       ON CONFLICT (subject, network) DO UPDATE SET failures = ${failures}, last_failed_at = now(), locked_until = ${lockAt(failures)}
         WHERE a.locked_until IS NULL OR a.locked_until <= now()`;
    return { text, params: [subject, network, limit, this.limits.minutes] };
  }

  private async pass(subject: string, network: string): Promise<void> {
    await this.db.query(
      'UPDATE gateway.login_attempt SET failures = 0, locked_until = NULL, passed_at = now() WHERE subject = $1 AND network = $2',
      [subject, network],
    );
  }

  private async lockedFor(subject: string, { network, site }: Origin): Promise<number> {
    const { rows } = await this.db.query<{ seconds: number | null }>(
      `SELECT ceil(extract(epoch FROM max(locked_until) - now()))::int AS seconds FROM gateway.login_attempt
       WHERE subject = $1 AND network IN ($2, $3, $4) AND locked_until > now()`,
      [subject, network, site, ALL_NETWORKS],
    );
    return rows[0]?.seconds ?? BUSY_SECONDS;
  }
}

import type { Sql } from './entity-sql.js';
import { tooMuchContention } from './version.js';

/** Another use case changed or made the aggregate between the read and the write: this one has to run again. */
export class ConcurrentChange extends Error {
  /** @param lock locks the row for the next try, so that it cannot lose again; none when the row does not exist yet */
  constructor(readonly lock?: Sql) {
    super('the aggregate was changed meanwhile');
  }
}

/** A use case that loses this many races in a row is refused with 409. */
const MOST_TRIES = 8;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
/**
 * "Prepared statement does not exist". pg prepares a statement with its first use on a connection. When that use is in a transaction that has
 * failed by then, Postgres refuses it, and a use case right behind it on the same connection finds nothing prepared.
 */
const NOT_PREPARED = '26000';

/**
 * Runs `run` again while it loses races. The first try takes no lock, because races are rare. After a lost race the row is locked before
 * anything is read, so even a hundred callers of one aggregate all get their turn.
 */
export async function retryOnConflict<T>(run: (lock: Sql | undefined) => Promise<T>): Promise<T> {
  let lock: Sql | undefined;
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    try {
      return await run(lock);
    } catch (error) {
      if (!isRace(error)) throw error;
      if (error instanceof ConcurrentChange) lock = error.lock ?? lock;
    }
  }
  throw tooMuchContention();
}

export function isRace(error: unknown): boolean {
  const code = codeOf(error);
  return error instanceof ConcurrentChange || [SERIALIZATION_FAILURE, DEADLOCK, NOT_PREPARED].includes(code ?? '');
}

/** The unique constraint that an error names, if any. */
export function constraintOf(error: unknown): string | undefined {
  return codeOf(error) === '23505' ? (error as { constraint?: string }).constraint : undefined;
}

/** SQLSTATE classes: no connection, no resources, stopped by an operator, disk failure. */
const OUTAGE_STATE = /^(08|53|57P|58)/;
/** Node's codes: the database is the only socket that use cases and handlers open. */
const OUTAGE_CODE = /^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_|NOTFOUND)/;
/** pg has no code for these. */
const OUTAGE_TEXT =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/**
 * Whether the database is away or cannot serve for the moment. An event then waits and loses no try; a request is answered with 503. The single
 * definition of an outage, used by consumer and HTTP.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, severity, syscall, driverError, errors } = error as Error & Record<string, unknown>;
  if (severity === 'FATAL') return true; // the server refused or ended the session; no statement caused it
  if (typeof code === 'string' && (OUTAGE_STATE.test(code) || OUTAGE_CODE.test(code))) return true;
  if (code === 'ENOENT' && syscall === 'connect') return true; // its Unix socket is gone
  const within = [driverError, ...(Array.isArray(errors) ? errors : [])]; // TypeORM wraps the error; with several addresses there are several
  return OUTAGE_TEXT.test(error.message) || within.some((one) => one !== error && isOutage(one));
}

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;

// Node's socket errors (the database is the only socket a request's handler uses), and the SQLSTATEs with which Postgres says that it can't serve for the moment.
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
const SQLSTATE = /^(08...|53300|57P0[123])$/;
// pg has no code for these.
const MESSAGE = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** True when an error of pg or TypeORM means that the database is away, rather than that a statement was wrong. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, severity, driverError, errors } = error as Error & Record<'code' | 'severity' | 'driverError' | 'errors', unknown>;
  if (severity === 'FATAL') return true; // the server refused or ended the session
  if (Array.isArray(errors) && errors.some(isDatabaseUnavailable)) return true; // AggregateError: several addresses tried
  if (driverError !== undefined && driverError !== error && isDatabaseUnavailable(driverError)) return true;
  if (typeof code === 'string' && (SQLSTATE.test(code) || SOCKET.has(code))) return true;
  return MESSAGE.test(error.message);
}

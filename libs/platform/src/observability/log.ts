import type { LoggerService } from '@nestjs/common';
import { isSpanContextValid, trace } from '@opentelemetry/api';
import { type Logger, pino } from 'pino';
import { currentRequest } from '../request/request-scope.js';

// Second line of defence: the first is that no code logs bodies, queries or people.
const REDACTED = ['authorization', 'cookie', 'password', 'token', 'name', 'phone', 'address', 'idNumber', 'text', 'body'];

/** JSON lines on standard output, each with the trace and request it belongs to. Log ids and codes, never what people wrote. */
export let log: Logger = pino({ level: 'silent' });

/** One line a request. A log of its own because its fields are known: nothing to look up, nothing to redact. */
export let accessLog: Logger = pino({ level: 'silent' });

/** Called once by `bootstrap`, before anything is logged. */
export function startLog(service: string, level: string): void {
  const output = pino.destination({ fd: 1, sync: false }); // lines that come while one is written go out together
  process.on('exit', () => output.flushSync());
  const common = {
    level,
    base: { service, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  accessLog = pino(common, output);
  const redact = { paths: REDACTED.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' };
  log = pino({ ...common, redact, serializers: { err: describeError }, mixin: whereWeAre }, output);
}

/** An error without the values in it: Postgres puts the offending row into `detail`, TypeORM the parameters of the statement. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
  const cause = error.cause instanceof Error ? { cause: describeError(error.cause) } : {};
  return { type: error.name, message: error.message, code, constraint, table, stack: error.stack, ...cause };
}

function whereWeAre(): object {
  const span = trace.getActiveSpan()?.spanContext();
  const requestId = currentRequest()?.id;
  return { ...(requestId && { requestId }), ...(span && isSpanContextValid(span) && { traceId: span.traceId }) };
}

/** Lets Nest's own `Logger` write the same lines. */
export class NestLog implements LoggerService {
  log = (message: unknown, context?: unknown): void => log.debug({ context }, String(message)); // Nest's start-up chatter
  warn = (message: unknown, context?: unknown): void => log.warn({ context }, String(message));
  debug = (message: unknown, context?: unknown): void => log.trace({ context }, String(message));
  verbose = (message: unknown, context?: unknown): void => log.trace({ context }, String(message));
  fatal = (message: unknown, context?: unknown): void => log.fatal({ context }, String(message));
  error = (message: unknown, ...rest: unknown[]): void =>
    log.error({ context: rest.at(-1), ...(message instanceof Error && { err: message }) }, String(message));
}

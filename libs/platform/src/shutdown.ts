import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from './health/readiness.js';
import { log } from './observability/log.js';

const LIMIT_MS = 8000;

/**
 * SIGTERM or SIGINT: not ready any more, no new connections, requests in flight are finished, events in hand are settled, pools close.
 * Unfinished work is cut off after 8 s: nothing is lost by it, since everything is a transaction.
 * @param last runs when all that is done
 */
export function stopOnSignal(app: NestFastifyApplication, last: () => Promise<void>): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    app.get(Readiness).stop();
    setTimeout(() => {
      log.error('not done within 8 s; cut off');
      process.exit(1);
    }, LIMIT_MS).unref();
    app
      .close()
      .then(last)
      .then(() => log.info('stopped'))
      .then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'did not stop cleanly');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** An unhandled error leaves the process in an unknown state: log it and end the process, to be started again. */
export function dieOnSurprise(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, event);
      process.exit(1);
    });
  }
}

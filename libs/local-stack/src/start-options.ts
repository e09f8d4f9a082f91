import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, isFree } from './free-port.js';
import { ROOT } from './places.js';

const DEFAULT_PORT = 8080;

export const USAGE = `npm start [-- options]
  --port N   the gateway's port (${DEFAULT_PORT}, or another when that is busy)
  --data DIR where everything is kept (.local)
  --reset    start from scratch: removes the data of earlier starts
  --empty    load no demo district
  --help     this text
DATABASE_URL and NATS_URL in the environment use existing servers instead of starting them.`;

export interface StartOptions {
  readonly port?: number;
  /** Where data, secrets and logs are kept. */
  readonly directory: string;
  readonly reset: boolean;
  /** Load no demo district; its clients are there all the same. */
  readonly empty: boolean;
  readonly help: boolean;
}

/** @throws in one sentence when an option is unknown or its value makes no sense */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      data: { type: 'string', default: `${ROOT}/.local` },
      reset: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65_535)) {
    throw new Error(`--port must be a number from 1 to 65535, not "${values.port}"`);
  }
  return { port, directory: resolve(values.data), reset: values.reset, empty: values.empty, help: values.help };
}

/**
 * The port to use: the wanted one, which must be free, else the default, else any free one.
 * @throws when the wanted one is busy
 */
export async function choosePort(wanted: number | undefined, note: (line: string) => void): Promise<number> {
  if (wanted !== undefined) {
    if (await isFree(wanted)) return wanted;
    throw new Error(`port ${wanted} is in use (or not ours to use); choose another with --port`);
  }
  if (await isFree(DEFAULT_PORT)) return DEFAULT_PORT;
  const port = await freePort();
  note(`port ${DEFAULT_PORT} is in use, so the gateway takes ${port}`);
  return port;
}

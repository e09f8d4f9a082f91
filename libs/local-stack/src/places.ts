import { chmodSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the clone. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/** What ships, laid out as in the image (scripts/bundle.mjs makes it). */
export const SHIPPED = `${ROOT}/dist`;

/**
 * The same options as in every deployment (deploy/Dockerfile, docker-compose.yml, the chart); scripts/bundle.mjs compiles for them. A larger
 * nursery: the garbage of a request is dead before it is collected. One pair of runs, each over the load program's own cost: intake's cost of
 * a create went from 3.55 to 3.28.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=32'];

/** What Node is told to run a program as it ships. `program('deploy', 'migrate')` ends with `<root>/dist/deploy/dist/migrate.js`. */
export const program = (workspace: string, name: string): readonly string[] => [...NODE_FLAGS, `${SHIPPED}/${workspace}/dist/${name}.js`];

/** Makes a directory, in one that is there, which only this user may enter: logs, streams and passwords are not for others on the machine. */
export function makePrivate(directory: string): void {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o700); // also one of an earlier version
}

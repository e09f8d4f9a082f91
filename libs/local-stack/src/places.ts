import { chmodSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the clone. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/** What ships, laid out as in the image (scripts/bundle.mjs makes it). */
export const SHIPPED = `${ROOT}/dist`;

/** A program as it ships. `program('deploy', 'migrate')` → `<root>/dist/deploy/dist/migrate.js`. */
export const program = (workspace: string, name: string): string => `${SHIPPED}/${workspace}/dist/${name}.js`;

/** Makes a directory, in one that is there, which only this user may enter: logs, streams and passwords are not for others on the machine. */
export function makePrivate(directory: string): void {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o700); // also one of an earlier version
}

import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** The root of the clone. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/** A built program of a workspace. `program('deploy', 'migrate')` → `<root>/deploy/dist/migrate.js`. */
export const program = (workspace: string, name: string): string => `${ROOT}/${workspace}/dist/${name}.js`;

/**
 * Where things of a directory are kept that must not be inside it: what `nobody` has to reach when the clone is in a
 * directory closed to others. One place for each directory, used as root only.
 */
export const outsideOf = (directory: string): string =>
  `/var/lib/zero-distance/${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`;

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';

/** In a directory of root's, so that no other user can have put anything there beforehand (as in /tmp). */
const OUTSIDE = '/var/lib/zero-distance';

/**
 * The place for files of a directory that cannot be inside it: `nobody` must reach them although the clone is in a
 * directory closed to others. One place for each directory, used as root only.
 */
export const outsideOf = (directory: string): string => `${OUTSIDE}/${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`;

/**
 * Makes the place outside a directory: everybody may go through it, under any umask, and only root may change it.
 * @throws when another user owns it, who could exchange the programs or the data under us
 */
export function makeOutside(directory: string): string {
  const outside = outsideOf(directory);
  for (const path of [OUTSIDE, outside]) {
    mkdirSync(path, { recursive: true });
    const found = lstatSync(path);
    if (!found.isDirectory() || found.uid !== 0) throw new Error(`${path} is not a directory of root's: remove it and try again`);
    chmodSync(path, 0o755);
  }
  return outside;
}

/** Copies a directory with the owners and rights of its files. */
export async function copyDirectory(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to]);
}

/** Removes a directory with its content, and its place outside. */
export function removeDirectory(directory: string): void {
  for (const path of [directory, outsideOf(directory)]) rmSync(path, { recursive: true, force: true });
}

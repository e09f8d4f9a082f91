import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Storage } from './storage.js';

/** Files in a directory. What is to be kept lies on the same disk already: it only gets its name. */
export function diskStorage(directory: string): Storage {
  const pathOf = (key: string): string => join(directory, key);
  return {
    async keep(key, path) {
      const target = pathOf(key);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await synced(path);
      await rename(path, target);
      await synced(dirname(target)); // the name too is there after a power cut
    },
    async read(key, range) {
      const file = await open(pathOf(key)); // before the answer begins: what is not there can still be told
      return file.createReadStream(range);
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

async function synced(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

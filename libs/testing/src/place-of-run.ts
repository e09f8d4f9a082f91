import { accessSync, constants, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';

const SHARED_MEMORY = '/dev/shm';
/** What a run keeps at most stays far below: three databases, brokers and files at a time, and what Postgres has not recycled yet. */
const ROOM_BYTES = 8 * 1024 ** 3;

/**
 * Where a run keeps its servers' files. A database is two thousand of them: a disk's file system takes 0.45 s of processor time to make
 * these, one in memory 0.05 s. A container's `/dev/shm` is small unless told: where there is no room, it is the disk.
 */
export function placeOfRun({ inMemory }: { readonly inMemory: boolean }): string {
  return inMemory && hasRoom(SHARED_MEMORY) ? SHARED_MEMORY : tmpdir();
}

function hasRoom(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize >= ROOM_BYTES && freemem() >= ROOM_BYTES;
  } catch {
    return false; // not every system has one
  }
}

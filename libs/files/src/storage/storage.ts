import type { Readable } from 'node:stream';

/** Bytes of a file, the last one included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where files are kept. */
export interface Storage {
  /** Takes what lies at a path, whole or not at all; it is there for good when this resolves. What has the key already is replaced. */
  keep(key: string, path: string): Promise<void>;
  /** What has the key, or a part of it. Rejects when there is nothing. */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** Removes it; of no effect when there is nothing. */
  remove(key: string): Promise<void>;
}

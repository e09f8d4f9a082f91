/** Keys of 256 bits by their ids, and the one that is used from now on. */
export interface KeyList {
  readonly currentId: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** @param ring `id:base64,id:base64…`, the current key first; each of 32 bytes. */
export function readKeys(ring: string): KeyList {
  const entries = ring.split(',').map((entry): [string, Buffer] => {
    const colon = entry.indexOf(':');
    return [entry.slice(0, colon), Buffer.from(entry.slice(colon + 1), 'base64')];
  });
  for (const [id, key] of entries) if (key.length !== 32) throw new Error(`the key ${id} has ${key.length} bytes, not 32`);
  if (new Set(entries.map(([id]) => id)).size < entries.length)
    throw new Error('two keys of the ring have the same id: which one is meant?');
  return { keys: new Map(entries), currentId: entries[0]?.[0] ?? '' };
}

const BLOCK = 512;

/**
 * The content of one file of a tar archive (ustar, as release tools write it; names up to 100 bytes).
 * @throws when the archive does not hold it
 */
export function fileInTar(archive: Buffer, path: string): Buffer {
  for (let offset = 0; offset + BLOCK <= archive.length; ) {
    const name = text(archive, offset, 100);
    const size = Number.parseInt(text(archive, offset + 124, 12), 8) || 0;
    const start = offset + BLOCK;
    if (name === path) return archive.subarray(start, start + size);
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error(`the archive does not hold ${path}`);
}

function text(archive: Buffer, offset: number, length: number): string {
  const field = archive.toString('latin1', offset, offset + length);
  const end = field.indexOf('\0');
  return (end < 0 ? field : field.slice(0, end)).trim();
}

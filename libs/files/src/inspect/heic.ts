import { createRequire } from 'node:module';
import { FileFault } from './file-fault.js';

interface HeifImage {
  get_width(): number;
  get_height(): number;
  display(target: Pixels, done: (drawn: Pixels | null) => void): void;
  free(): void;
}
interface Heif {
  readonly HeifDecoder: new () => { decode(bytes: Buffer): HeifImage[] };
}

/** RGBA, upright: the decoder turns as the file says. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** The decoder holds several copies of a picture at once: half of what other formats may have. */
const MOST_PIXELS = 26_000_000;

/** The first picture of a HEIC file. The decoder is WebAssembly: slow, and what it does stays in its own memory. */
export async function decodeHeic(bytes: Buffer): Promise<Pixels> {
  const heif = createRequire(import.meta.url)('libheif-js/wasm-bundle') as Heif; // loaded when somebody sends one: 2 MB
  const [first, ...others] = new heif.HeifDecoder().decode(bytes);
  for (const other of others) other.free();
  if (!first) throw new FileFault('damaged');
  const width = first.get_width();
  const height = first.get_height();
  if (width * height > MOST_PIXELS) throw new FileFault('too_many_pixels', { limit: MOST_PIXELS / 1_000_000 });
  const drawn = await new Promise<Pixels | null>((resolve) =>
    first.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, resolve),
  );
  first.free();
  if (!drawn) throw new FileFault('truncated');
  return drawn;
}

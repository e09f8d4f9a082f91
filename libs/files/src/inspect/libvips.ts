import { FileFault } from './file-fault.js';

/** 64 million: more than a phone's sensor gives, 260 MB when it is unpacked at worst. */
const MOST_PIXELS = 64_000_000;

/** How every picture is opened. */
export const OPTIONS = { failOn: 'truncated', limitInputPixels: MOST_PIXELS, sequentialRead: false } as const;

/** What libvips says, as a fault of the file. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileFault) throw error;
    const { message } = error as Error;
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC' || /ENOSPC|No space left/i.test(message)) throw error;
    if (/pixel limit/i.test(message)) throw new FileFault('too_many_pixels', { limit: MOST_PIXELS / 1_000_000 });
    if (/premature end|truncated|unexpected end|read error|not enough/i.test(message)) throw new FileFault('truncated');
    throw new FileFault('damaged');
  }
}

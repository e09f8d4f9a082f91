import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file that belongs to no upload may belong to one that is just beginning. */
const YOUNG_MS = 60_000;

/** More came than the upload was to have. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/** Another piece of it began at the same moment: two would be mixed. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

interface Writing {
  readonly controller: AbortController;
  readonly over: Promise<unknown>;
}

/**
 * What has arrived of uploads that go on, one file each. Its size is how much has arrived, so a process that is killed loses nothing that it has
 * written, and any process that sees the directory goes on.
 */
export class Pieces {
  private readonly writing = new Map<string, Writing>();

  constructor(private readonly directory: string) {}

  async prepare(): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
  }

  /** Begins one: an empty file. */
  async begin(id: string): Promise<void> {
    await (await open(this.pathOf(id), 'wx', 0o600)).close();
  }

  /** Bytes that have arrived; undefined when there is no such upload here. */
  async arrived(id: string): Promise<number | undefined> {
    return (await stat(this.pathOf(id)).catch(nothingIfGone))?.size;
  }

  /** Ends a piece that is still being written: its sender has come again, so nobody sends on that connection any more. */
  async endEarlier(id: string): Promise<void> {
    const earlier = this.writing.get(id);
    earlier?.controller.abort();
    await earlier?.over;
  }

  /** Writes a piece as it comes, behind what is there. What came before it broke off stays. @param most bytes; throws TooLong at the first one more, Busy while another is written */
  async append(id: string, body: Readable, at: number, most: number): Promise<number> {
    if (this.writing.has(id)) throw new Busy();
    let written = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        written += chunk.length;
        if (written > most) done(new TooLong());
        else done(null, chunk);
      },
    });
    const controller = new AbortController();
    const file = createWriteStream(this.pathOf(id), { flags: 'r+', start: at, flush: true });
    const work = pipeline(body, counted, file, { signal: controller.signal });
    const writing: Writing = { controller, over: work.catch(() => undefined) };
    this.writing.set(id, writing);
    try {
      await work;
      return at + written;
    } finally {
      if (this.writing.get(id) === writing) this.writing.delete(id);
    }
  }

  read(id: string): Readable {
    return createReadStream(this.pathOf(id));
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Removes what belongs to no upload that goes on. @param goingOn of some ids those that do */
  async sweep(goingOn: (ids: readonly string[]) => Promise<ReadonlySet<string>>): Promise<void> {
    const names = await readdir(this.directory);
    const kept = await goingOn(names);
    for (const name of names.filter((one) => !kept.has(one))) {
      const { mtimeMs = Number.POSITIVE_INFINITY } = (await stat(this.pathOf(name)).catch(nothingIfGone)) ?? {};
      if (mtimeMs < Date.now() - YOUNG_MS) await this.remove(name);
    }
  }

  private pathOf(id: string): string {
    return join(this.directory, id);
  }
}

/** A file that is not there is no fault; one that cannot be looked at is. */
function nothingIfGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

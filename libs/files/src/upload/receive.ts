import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from '@fastify/busboy';
import { FileFault } from '../inspect/file-fault.js';

/** A file as it was sent. */
export interface Received {
  readonly sha256: string;
  readonly bytes: number;
  /** The other fields of the form. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a form with a file may have besides it: few short fields. Names and types that the sender gives are not looked at. */
const LIMITS = { files: 1, fields: 4, fieldNameSize: 64, fieldSize: 256, parts: 6, headerPairs: 20 };

/** A form with a part or a field too many, or without a file; or no form at all. */
export class NotAForm extends Error {
  override readonly name = 'NotAForm';
}

/**
 * Writes the file of a form to `path` as it arrives, with its checksum. Nothing is read that is not written yet.
 * @param most bytes; throws a FileFault at the first one more
 * @throws NotAForm when the form is not one, or breaks off
 */
export async function receive(body: Readable, contentType: string, path: string, most: number): Promise<Received> {
  const form = parserOf(contentType, most);
  const fields: Record<string, string> = {};
  let arriving: Arriving | undefined;
  let fault: Error | undefined;
  form.on('field', (name, value, isNameCut, isValueCut) => {
    if (isNameCut || isValueCut) fault ??= new NotAForm('a field is too long');
    else fields[name] = value;
  });
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
    form.on(limit, () => {
      fault ??= new NotAForm('there are too many parts');
    });
  form.on('file', (name, file) => {
    if (name !== 'file') {
      fault ??= new NotAForm('the file has to be called "file"');
      file.resume();
      return;
    }
    file.once('limit', () => {
      fault = new FileFault('too_large', { limit: Math.floor(most / 1_048_576) });
      body.destroy(fault); // no more of it is read
    });
    arriving = { file, written: write(file, path) };
    arriving.written.catch(() => undefined); // awaited below, unless the form fails first
  });
  await pipeline(body, form).catch(async (error: unknown) => {
    await breakOff(arriving);
    throw fault ?? asForm(error, body);
  });
  const written = await arriving?.written;
  if (fault) throw fault;
  if (!written) throw new NotAForm('there is no file');
  if (written.bytes === 0) throw new FileFault('empty');
  return { ...written, fields };
}

/** The file of a form on its way to the disk. */
interface Arriving {
  readonly file: Readable;
  readonly written: Promise<Pick<Received, 'sha256' | 'bytes'>>;
}

/** Ends a file whose form is over: it would wait for the rest. */
async function breakOff(arriving: Arriving | undefined): Promise<void> {
  arriving?.file.destroy();
  await arriving?.written.catch(() => undefined);
}

/** Writes what comes to `path`, with its checksum. */
export async function write(content: Readable, path: string): Promise<Pick<Received, 'sha256' | 'bytes'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  content.on('data', (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return { sha256: hash.digest('hex'), bytes };
}

function parserOf(contentType: string, most: number) {
  try {
    return new busboy.Busboy({ headers: { 'content-type': contentType }, limits: { ...LIMITS, fileSize: most } });
  } catch {
    throw new NotAForm('there is no boundary');
  }
}

/** The parser's own faults are the form's; a connection that broke, or a full disk, is not. */
const asForm = (error: unknown, { errored }: Readable): unknown =>
  error === errored || (error as NodeJS.ErrnoException).code?.startsWith('E') ? error : new NotAForm((error as Error).message);

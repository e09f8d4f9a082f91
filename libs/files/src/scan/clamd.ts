import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** Clamd scans 25 MB in a second or two; a whole video in half a minute. */
const LIMIT_MS = 90_000;
const PIECE_BYTES = 65_536;

/** What a scan came to. */
export type Verdict = 'clean' | 'infected';

/** Gives a file to clamd piece by piece (its command INSTREAM), so that it needs no right to our files. Throws when it does not answer. */
export class Clamd {
  /** @param address `host:port`, or the path of a socket */
  constructor(private readonly address: string) {}

  async scan(path: string): Promise<Verdict> {
    const socket = this.connect();
    socket.setTimeout(LIMIT_MS, () => socket.destroy(new Error('clamd did not answer in time')));
    const answered = answerOf(socket);
    try {
      socket.write('zINSTREAM\0');
      // It answers in the middle of a file that is larger than it takes, and reads no more: what it said counts, and nothing more is sent.
      const heard = new AbortController();
      answered.then(
        () => heard.abort(),
        () => heard.abort(),
      );
      const pieces = createReadStream(path, { highWaterMark: PIECE_BYTES });
      await pipeline(pieces, framed, socket, { end: false, signal: heard.signal }).catch(() => answered);
      if (socket.writable) socket.write(Buffer.alloc(4));
      return verdictOf(await answered);
    } finally {
      socket.destroy();
    }
  }

  private connect(): Socket {
    if (this.address.startsWith('/')) return connect(this.address);
    const at = this.address.lastIndexOf(':');
    return connect(Number(this.address.slice(at + 1)), this.address.slice(0, at).replace(/^\[|\]$/g, ''));
  }
}

/** Each piece behind its length. */
async function* framed(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    yield Buffer.concat([length, piece]);
  }
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString('latin1');
      if (answer.includes('\0')) resolve(answer.slice(0, answer.indexOf('\0')));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('clamd closed without an answer')));
  });
}

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return 'clean';
  if (answer.endsWith(' FOUND')) return 'infected';
  throw new Error(`clamd said: ${answer}`);
}

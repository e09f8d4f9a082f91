import { Socket } from 'node:net';

type Written = (error?: Error | null) => void;

/**
 * A socket that sends the writes of one turn of the event loop as one: all statements of the turn cost one system call and one wake-up of the
 * server. pg takes it as `stream`.
 */
export class GatheringSocket extends Socket {
  private gathering = false;

  constructor() {
    super();
    // Node's connect() replaces `write` by its own.
    this.on('connect', () => {
      this.write = GatheringSocket.prototype.write;
    });
  }

  override write(chunk: Uint8Array | string, encoding?: BufferEncoding | Written, written?: Written): boolean {
    if (!this.gathering) this.gather();
    return super.write(chunk, encoding as BufferEncoding, written);
  }

  private gather(): void {
    this.gathering = true;
    this.cork();
    setImmediate(() => {
      this.gathering = false;
      this.uncork();
    });
  }
}

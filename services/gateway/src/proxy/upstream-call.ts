import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';

type Controller = Dispatcher.DispatchController;

/** Answers up to this size are passed on in one piece: a stream for each would cost as much as all the rest of passing it on. */
const WHOLE_BYTES = 65_536;

/** The answer of a service. Without a body when its status excludes one (204, 304), and for a HEAD. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body?: Buffer | Readable;
}

/** One call of a service, as undici reports it. It ends in one answer or one failure; a long answer may still break off after that. */
export class UpstreamCall implements Dispatcher.DispatchHandler {
  private readonly pieces: Buffer[] = [];
  private head: Omit<UpstreamAnswer, 'body'> | undefined;
  private stream: Readable | undefined;

  constructor(
    private readonly method: string,
    private readonly onAnswer: (answer: UpstreamAnswer) => void,
    private readonly onFailure: (error: Error) => void,
  ) {}

  onRequestStart(): void {
    // undici knows handlers of this kind by it
  }

  onResponseStart(controller: Controller, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return; // the answer proper comes after it
    this.head = { status, headers };
    if (this.method === 'HEAD' || status === 204 || status === 304 || Number(headers['content-length']) <= WHOLE_BYTES) return;
    this.stream = streamOf(controller);
    this.onAnswer({ ...this.head, body: this.stream });
  }

  onResponseData(controller: Controller, piece: Buffer): void {
    if (!this.stream) this.pieces.push(piece);
    else if (!this.stream.push(piece)) controller.pause();
  }

  onResponseEnd(): void {
    if (this.stream) this.stream.push(null);
    else if (this.head) this.onAnswer({ ...this.head, body: joined(this.pieces) });
  }

  onResponseError(_controller: Controller, error: Error): void {
    if (this.stream) this.stream.destroy(error);
    else this.onFailure(error);
  }
}

const joined = (pieces: readonly Buffer[]): Buffer | undefined => (pieces.length > 1 ? Buffer.concat(pieces) : pieces[0]);

/** The rest of an answer, read as fast as the caller takes it; given up when the caller goes. */
function streamOf(controller: Controller): Readable {
  return new Readable({
    read: () => controller.resume(),
    destroy: (error, done) => {
      controller.abort(error ?? new Error('not read to its end')); // of no effect when all has come
      done(error);
    },
  });
}

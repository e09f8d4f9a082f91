import { type ChildProcess, fork } from 'node:child_process';
import { programOfProduct, refuseRequest } from '@zero-distance/platform';
import { FileFault } from '../inspect/file-fault.js';
import type { Inspected, Inspection } from '../inspect/inspect.js';
import type { Masked } from '../inspect/mask.js';
import type { Answer, Masking, Order } from './order.js';

/** As many as there can be uploads; who comes then is told to come again. */
const MOST_WAITING = 64;
/** Longer than the largest file takes on a slow machine. */
const LIMIT_MS = 60_000;
/** A worker nobody needs is ended: it holds 200 to 350 MB. */
const IDLE_MS = 20_000;
/** Of JavaScript's own; pictures are held outside it, and are bounded by their pixels. */
const HEAP_MB = 256;

interface Waiting {
  readonly order: Order;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One worker process, and the queue before it: files are opened one at a time, so that memory and processor are bounded however many come. The
 * worker is started when there is work, and ended when it takes too long or has none.
 */
export class Workshop {
  private readonly queue: Waiting[] = [];
  private worker: ChildProcess | undefined;
  private current: Waiting | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly program: string = programOfProduct('libs/files/dist/workshop/file-worker-main.js')) {}

  /** Throws a FileFault for a file that is not taken; 503 when too many wait. */
  async inspect(input: Inspection): Promise<Inspected> {
    return (await this.ask({ task: 'inspect', input })) as Inspected;
  }

  /** Makes a copy of a picture that is kept, with parts of it covered; 503 when too many wait. */
  async mask(input: Masking): Promise<Masked> {
    return (await this.ask({ task: 'mask', input })) as Masked;
  }

  /** Ends the worker, and refuses what waits and what it has in its hands: they may be sent again. */
  close(): void {
    for (const { reject } of this.queue.splice(0)) reject(busy());
    this.endWorker();
    this.settle(({ reject }) => reject(busy()));
    clearTimeout(this.timer);
  }

  private async ask(order: Order): Promise<Inspected | Masked> {
    if (this.queue.length >= MOST_WAITING) throw busy();
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.queue.push({ order, resolve, reject });
      this.next();
    });
    if (answer.outcome === 'refused') throw new FileFault(answer.reason, answer.params);
    if (answer.outcome === 'failed') throw new Error(`the worker failed: ${answer.message}`);
    return answer.result;
  }

  private next(): void {
    if (this.current) return;
    this.current = this.queue.shift();
    clearTimeout(this.timer);
    if (!this.current) {
      this.timer = setTimeout(() => this.endWorker(), IDLE_MS).unref();
      return;
    }
    this.worker ??= this.start();
    this.timer = setTimeout(() => this.worker?.kill('SIGKILL'), LIMIT_MS);
    this.worker.send(this.current.order);
  }

  /** Ends the worker for no fault of a file: what comes next gets another. */
  private endWorker(): void {
    const { worker } = this;
    this.worker = undefined;
    worker?.kill('SIGKILL');
  }

  private start(): ChildProcess {
    const { PATH, TMPDIR } = process.env; // no secret
    const worker = fork(this.program, [], {
      env: { PATH, TMPDIR, NODE_ENV: 'production', MALLOC_ARENA_MAX: '1' }, // else glibc keeps a picture's memory for each thread
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    worker.on('message', (answer: Answer) => this.settle((waiting) => waiting.resolve(answer)));
    worker.once('error', (error) => this.ended(worker, error));
    // Brought down by a signal, that of its time limit included, with a file in its hands: the file is to blame.
    worker.once('exit', (code, signal) =>
      this.ended(worker, signal ? new FileFault('damaged') : new Error(`the worker ended with ${code}`)),
    );
    return worker;
  }

  private ended(worker: ChildProcess, reason: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    this.settle((waiting) => waiting.reject(reason));
  }

  private settle(how: (waiting: Waiting) => void): void {
    const { current } = this;
    this.current = undefined;
    if (current) how(current);
    this.next();
  }
}

const busy = () => refuseRequest('overloaded', {}, { headers: { 'retry-after': '10' } });

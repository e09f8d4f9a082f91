import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { programOfProduct, refuseRequest } from '@zero-distance/platform';
import type { DocumentDefinition, DocumentValues } from '../document.js';
import { TemplateFault } from '../template/template-fault.js';
import type { Answer, Order } from './order.js';

/** As many wait at most; who comes then is told to come again. */
const MOST_WAITING = 32;
/** A hundred times what a document takes. A template that is published has far less than those that are filled from it. */
const LIMIT_MS: Readonly<Record<Order['task'], number>> = { check: 5_000, fill: 15_000, preset: 15_000 };
/** A thread that nobody needs is ended: it holds some 30 MB. */
const IDLE_MS = 60_000;
const HEAP_MB = 192;

/** Makes DOCX files one after another in a thread of its own: a template is somebody's file, and filling it takes the processor for a while. */
export class Workbench {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly program: string = programOfProduct('libs/documents/dist/workbench/document-worker-main.js'),
    private readonly limits: typeof LIMIT_MS = LIMIT_MS,
  ) {}

  /** Throws a TemplateFault for a template that cannot be published; 503 when too many wait. */
  async check(document: DocumentDefinition, template: Uint8Array): Promise<void> {
    await this.ask({ task: 'check', document, template });
  }

  /** @param template null for the preset */
  fill(document: DocumentDefinition, template: Uint8Array | null, values: DocumentValues): Promise<Buffer> {
    return this.made({ task: 'fill', document, template, values });
  }

  preset(document: DocumentDefinition): Promise<Buffer> {
    return this.made({ task: 'preset', document });
  }

  /** Nest calls it when the service stops. */
  onModuleDestroy(): void {
    clearTimeout(this.idle);
    this.end();
  }

  private async made(order: Order): Promise<Buffer> {
    const docx = await this.ask(order);
    if (!docx) throw new Error('the thread has made no document');
    return Buffer.from(docx);
  }

  private async ask(order: Order): Promise<Uint8Array | null> {
    if (this.waiting >= MOST_WAITING) throw refuseRequest('overloaded', {}, { headers: { 'retry-after': '5' } });
    this.waiting += 1;
    const mine = this.last.then(() => this.work(order));
    this.last = mine.catch(() => undefined);
    try {
      return resultOf(await mine);
    } finally {
      this.waiting -= 1;
      if (this.waiting === 0) this.idle = setTimeout(() => this.end(), IDLE_MS).unref();
    }
  }

  private async work(order: Order): Promise<Answer> {
    clearTimeout(this.idle);
    this.worker ??= this.start();
    const answered = once(this.worker, 'message', { signal: AbortSignal.timeout(this.limits[order.task]) });
    this.worker.postMessage(order);
    try {
      const [answer] = (await answered) as [Answer];
      return answer;
    } catch (error) {
      this.end(); // what comes next gets another
      throw order.task === 'check' && isTooMuch(error) ? new TemplateFault('too_large') : error;
    }
  }

  private start(): Worker {
    const worker = new Worker(this.program, { env: { NODE_ENV: 'production' }, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    worker.unref();
    return worker.on('error', () => {
      if (this.worker === worker) this.end(); // who waits is told by `once`
    });
  }

  private end(): void {
    const { worker } = this;
    this.worker = undefined;
    void worker?.terminate();
  }
}

/** It took too long, or more memory than the thread has. */
const isTooMuch = (error: unknown): boolean =>
  ['ABORT_ERR', 'ERR_WORKER_OUT_OF_MEMORY'].includes((error as NodeJS.ErrnoException).code ?? '');

function resultOf(answer: Answer): Uint8Array | null {
  if (answer.outcome === 'refused') throw new TemplateFault(answer.reason, answer.params);
  if (answer.outcome === 'failed') throw new Error(`the thread failed: ${answer.message}`);
  return answer.docx;
}

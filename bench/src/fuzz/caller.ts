import { Agent, type IncomingMessage, request as send } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { FuzzRequest } from './request.js';

/** What came of a request. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: IncomingMessage['headers'];
      readonly text: string;
      readonly ms: number;
    }
  /** The connection ended without an answer, though the answer before on it had not said that it would. */
  | { readonly kind: 'reset'; readonly code: string; readonly ms: number };

const PATIENCE_MS = 30_000;
/** An answer that does not end: its head is all that is judged. */
const LIVE = /^text\/event-stream/;

/** A caller with one connection, kept open as long as the other side does. */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  private readonly address: { readonly hostname: string; readonly port: string };

  constructor(origin: string) {
    const { hostname, port } = new URL(origin);
    this.address = { hostname, port };
  }

  send({ method, target, headers, body }: FuzzRequest): Promise<Outcome> {
    const began = performance.now();
    return new Promise((resolve) => {
      const fail = (error: NodeJS.ErrnoException) =>
        resolve({ kind: 'reset', code: error.code ?? error.message, ms: performance.now() - began });
      const length = body ? { 'content-length': String(body.length) } : {};
      // The target goes as it is: as part of a URL, its `\` would be made `/` and its `..` resolved.
      const call = { ...this.address, path: target, method, agent: this.agent, headers: { ...headers, ...length } };
      const outgoing = send({ ...call, timeout: PATIENCE_MS });
      outgoing.once('timeout', () => outgoing.destroy(Object.assign(new Error('no answer'), { code: 'NO_ANSWER' })));
      outgoing.once('error', fail);
      outgoing.once('response', (answer) => {
        const chunks: Buffer[] = [];
        const { statusCode: status = 0, headers: answered } = answer;
        const settle = () =>
          resolve({
            kind: 'answer',
            status,
            headers: answered,
            text: Buffer.concat(chunks).toString('utf8'),
            ms: performance.now() - began,
          });
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', fail);
        answer.once('end', settle);
        if (!LIVE.test(answered['content-type'] ?? '')) return;
        settle();
        outgoing.destroy();
      });
      outgoing.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

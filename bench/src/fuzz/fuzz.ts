import { SERVICES } from '@zero-distance/contracts';
import { randomFrom, shuffled } from '../random.js';
import { Caller, type Outcome } from './caller.js';
import { type Operation, readOperations } from './documents.js';
import { type Gauge, gaugesNotAtRest } from './gauges.js';
import { Harvest } from './harvest.js';
import { type Fault, judge } from './judge.js';
import type { Options } from './options.js';
import type { Product } from './product.js';
import { type FuzzRequest, makeRequest, requestsByParameter } from './request.js';

/** A fault, with the first request that met it and the one before it on that connection. */
export interface Finding extends Fault {
  readonly times: number;
  readonly operations: ReadonlySet<string>;
  readonly request: FuzzRequest;
  readonly before: FuzzRequest | undefined;
}

/** What a run came to. */
export interface Result {
  readonly sent: number;
  readonly operations: number;
  /** Answers by status; resets under 0. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly findings: readonly Finding[];
  /** Requests that took over two seconds. */
  readonly slow: readonly string[];
  /** Gauges of work under way that did not come to rest afterwards. */
  readonly unrest: readonly Gauge[];
}

const LANES = 4;
const SLOW_MS = 2_000;

/** Sends as many requests as asked, in turn to every operation, and each read by each of its parameters besides; judges each answer. */
export async function fuzz({ stack, tokens }: Product, { requests, seed, only }: Omit<Options, 'help'>): Promise<Result> {
  const origin = stack.url('gateway');
  const documents = await Promise.all(SERVICES.map((service) => readOperations(origin, service)));
  const operations = documents.flat().filter(({ service }) => only.length === 0 || only.includes(service));
  if (operations.length === 0) throw new Error(`there is no operation of ${only.join(', ')}`);
  const round = new Round(operations, seed);
  const tally = new Tally(origin);
  const harvest = new Harvest();
  let left = requests;
  const lane = async (number: number) => {
    const random = randomFrom(seed * LANES + number);
    const caller = new Caller(origin);
    let before: FuzzRequest | undefined;
    while (left-- > 0) {
      const request = makeRequest(round.next(), random, harvest, tokens);
      const outcome = await caller.send(request);
      tally.add(request, outcome, before);
      learn(harvest, outcome);
      before = request;
    }
    caller.close();
  };
  await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
  const reads = operations.flatMap((operation) => requestsByParameter(operation, randomFrom(seed), harvest, tokens));
  const caller = new Caller(origin);
  for (const request of reads) tally.add(request, await caller.send(request), undefined);
  caller.close();
  return { sent: requests + reads.length, operations: operations.length, ...tally.result(), unrest: await gaugesNotAtRest(stack) };
}

/** The operations again and again, each time in another order. */
class Round {
  private queue: Operation[] = [];
  private readonly random: () => number;

  constructor(
    private readonly operations: readonly Operation[],
    seed: number,
  ) {
    this.random = randomFrom(seed);
  }

  next(): Operation {
    if (this.queue.length === 0) this.queue = shuffled(this.operations, this.random);
    return this.queue.pop() as Operation;
  }
}

function learn(harvest: Harvest, outcome: Outcome): void {
  if (
    outcome.kind !== 'answer' ||
    outcome.status >= 300 ||
    outcome.text === '' ||
    !outcome.headers['content-type']?.startsWith('application/json')
  )
    return;
  harvest.takeFrom(JSON.parse(outcome.text));
  if (outcome.headers.etag) harvest.take('etag', outcome.headers.etag);
}

class Tally {
  private readonly statuses = new Map<number, number>();
  private readonly found = new Map<string, Finding>();
  private readonly slow: string[] = [];

  constructor(private readonly origin: string) {}

  add(request: FuzzRequest, outcome: Outcome, before: FuzzRequest | undefined): void {
    const status = outcome.kind === 'answer' ? outcome.status : 0;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    const operation = `${request.method} ${request.operation.path}`;
    if (outcome.ms > SLOW_MS) this.slow.push(`${operation}: ${(outcome.ms / 1000).toFixed(1)} s`);
    for (const fault of judge(request, outcome, this.origin)) {
      const key = `${fault.rule} ${fault.detail}`;
      const known = this.found.get(key) ?? { ...fault, times: 0, operations: new Set(), request, before };
      this.found.set(key, { ...known, times: known.times + 1, operations: new Set(known.operations).add(operation) });
    }
  }

  result(): Pick<Result, 'statuses' | 'findings' | 'slow'> {
    return { statuses: this.statuses, findings: [...this.found.values()], slow: this.slow };
  }
}

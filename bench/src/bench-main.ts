// `npm run bench`: starts its own product, measures it against raw limits in the same run, prints a table and writes JSON.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { ROOT } from '@zero-distance/local-stack';
import { measureCreates } from './creates.js';
import { fillTo } from './fill.js';
import { measureLatency } from './latency.js';
import { measureLifecycles } from './lifecycles.js';
import { type Product, startProduct } from './product.js';
import { measureRelay } from './relay.js';
import { type Line, table } from './report.js';
import { measureStored, type Stored } from './stored.js';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: 'a,b,c,d,e' } },
});
const parts = new Set(options.only.split(','));
const [SMALL, MIDDLE, LARGE] = options.quick ? [2_000, 5_000, 10_000] : [10_000, 200_000, 1_000_000];
const SECONDS = options.quick ? 2 : 6;
const LIVES = options.quick ? 600 : 2_000;

const directory = `${ROOT}/.local/bench`;
const note = (line: string) => console.log(`${(performance.now() / 1000).toFixed(0).padStart(5)} s  ${line}`);
const lines: Line[] = [];
const details: Record<string, unknown> = {};

/** Runs parts on a product of their own. */
async function withProduct(work: (product: Product) => Promise<void>): Promise<void> {
  const product = await startProduct(directory, () => undefined);
  try {
    await work(product);
  } finally {
    await product.stop();
  }
}

async function partsOfIntakeAlone(product: Product): Promise<void> {
  await product.end('dispatch', 'case-mediation', 'inspection', 'evaluation');
  if (parts.has('a')) {
    const creates = await measureCreates(product, `${directory}/bare`, SECONDS, 3);
    details.creates = creates;
    lines.push({ name: '(a) creates, bare Fastify + pg', figure: creates.barePerSecond, unit: '/s' });
    lines.push({ name: '(a) creates, straight to intake', figure: creates.intakePerSecond, unit: '/s' });
    lines.push({ name: '(a) creates, through the gateway', figure: creates.gatewayPerSecond, unit: '/s' });
    lines.push({ name: '(a) intake ÷ bare', figure: creates.intakeRatio, unit: '', reach: { atLeast: 0.5 } });
    lines.push({ name: '(a) gateway ÷ bare', figure: creates.gatewayRatio, unit: '', reach: { atLeast: 0.35 } });
    lines.push({ name: '(a) refused or failed', figure: creates.errors, unit: '', reach: { atMost: 0 } });
    note('creates measured');
  }
  if (parts.has('c')) {
    const relay = await measureRelay(product, options.quick ? 5_000 : 50_000, 3);
    details.relay = relay;
    lines.push({ name: '(c) relay', figure: relay.relayPerSecond, unit: 'events/s' });
    lines.push({ name: '(c) raw pipelined publishing', figure: relay.rawPerSecond, unit: 'events/s' });
    lines.push({ name: '(c) relay ÷ raw', figure: relay.ratio, unit: '', reach: { atLeast: 0.5 } });
    note('relay measured');
  }
}

async function partsOfTheWhole(product: Product): Promise<void> {
  if (parts.has('d')) await latency(product);
  if (!parts.has('b') && !parts.has('e')) return;
  await fillTo(product, SMALL, note);
  await measureLifecycles(product, `${directory}/run`, Math.min(LIVES, 300), 'services'); // warm up
  const small = await sized(product, SMALL, 120);
  await fillTo(product, MIDDLE, note);
  await sized(product, MIDDLE);
  await fillTo(product, LARGE, note);
  const large = await sized(product, LARGE, 110);
  if (small && large) compare(small, large);
}

async function latency(product: Product): Promise<void> {
  await measureLatency(product, 50, 200); // warm up
  const idle = await measureLatency(product, 20, options.quick ? 100 : 400);
  const loaded = await measureLatency(product, 300, options.quick ? 300 : 3_000);
  Object.assign(details, { latencyIdle: idle, latencyLoaded: loaded });
  lines.push({ name: '(d) commit → handler, idle, p50', figure: idle.p50, unit: 'ms', reach: { atMost: 5 } });
  lines.push({ name: '(d) commit → handler, idle, p99', figure: idle.p99, unit: 'ms', reach: { atMost: 50 } });
  lines.push({ name: '(d) commit → handler at 300 creates/s, p50', figure: loaded.p50, unit: 'ms' });
  lines.push({ name: '(d) commit → handler at 300 creates/s, p99', figure: loaded.p99, unit: 'ms' });
  note('latency measured');
}

/** Parts b and e with so many requests stored. */
async function sized(product: Product, size: number, livesToReach?: number): Promise<Stored | undefined> {
  const at = `at ${size.toLocaleString('en')} stored`;
  if (parts.has('b')) {
    const straight = await measureLifecycles(product, `${directory}/run`, LIVES, 'services');
    const through = await measureLifecycles(product, `${directory}/run`, LIVES, 'gateway');
    Object.assign(details, { [`lifecycles ${at}`]: straight, [`lifecycles through the gateway ${at}`]: through });
    const reach = livesToReach === undefined ? undefined : { atLeast: livesToReach };
    lines.push({ name: `(b) lifecycles ${at}`, figure: straight.perSecond, unit: '/s', reach });
    for (const [process, share] of Object.entries(straight.cpu).sort(([, a], [, b]) => b - a)) {
      lines.push({ name: `    processors kept busy meanwhile: ${process}`, figure: share, unit: '' });
    }
    lines.push({ name: `(b) lifecycles through the gateway ${at}`, figure: through.perSecond, unit: '/s' });
    note(`lifecycles ${at}: ${straight.perSecond.toFixed(0)}/s, through the gateway ${through.perSecond.toFixed(0)}/s`);
  }
  if (!parts.has('e')) return undefined;
  const stored = await measureStored(product, SECONDS);
  details[`calls ${at}`] = stored;
  for (const [name, { perSecond, p99 }] of Object.entries(stored)) {
    lines.push({ name: `(e) ${name} ${at}`, figure: perSecond, unit: `/s, p99 ${p99.toFixed(1)} ms` });
  }
  note(`calls measured ${at}`);
  return stored;
}

function compare(small: Stored, large: Stored): void {
  for (const name of Object.keys(small) as (keyof Stored)[]) {
    const ratio = small[name].perSecond / large[name].perSecond;
    lines.push({
      name: `(e) ${name}: time at ${LARGE.toLocaleString('en')} ÷ at ${SMALL.toLocaleString('en')}`,
      figure: ratio,
      unit: '',
      reach: { atMost: 1.3 },
    });
  }
}

if (parts.has('a') || parts.has('c')) await withProduct(partsOfIntakeAlone);
if (parts.has('b') || parts.has('d') || parts.has('e')) await withProduct(partsOfTheWhole);
const machine = { cpus: cpus().length, model: cpus()[0]?.model, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version };
writeFileSync(`${ROOT}/.local/bench.json`, `${JSON.stringify({ at: new Date().toISOString(), machine, lines, details }, null, 2)}\n`);
console.log(`\n${machine.cpus} × ${machine.model}, Node ${machine.node}\n\n${table(lines)}\n\nwritten to .local/bench.json`);
process.exit(0);

// `npm run bench`: starts its own product, measures it against raw limits in the same run, prints a table and writes JSON.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { ROOT } from '@zero-distance/local-stack';
import { measureCreates } from './creates.js';
import { importLines, measureImports } from './imports.js';
import { measureLatency } from './latency.js';
import { type Product, startProduct } from './product.js';
import { measureRelay } from './relay.js';
import { type Line, table } from './report.js';
import { measureResidents, residentLines } from './residents.js';
import { measureSearch, searchLines } from './search.js';
import { measureSizes, sizeLines } from './sizes.js';
import { measureTold } from './told.js';
import { measureRefusals } from './worst-bodies.js';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: 'a,b,c,d,e,f,g,h,i,j' } },
});
const parts = new Set(options.only.split(','));
const sizes = {
  ...(options.quick ? { small: 2_000, middle: 5_000, large: 10_000 } : { small: 10_000, middle: 200_000, large: 1_000_000 }),
  lives: options.quick ? 600 : 1_500,
  seconds: options.quick ? 2 : 4,
  turns: options.quick ? 1 : 3,
  parts,
};
const SECONDS = options.quick ? 2 : 6;

const directory = `${ROOT}/.local/bench`;
const note = (line: string) => console.log(`${(performance.now() / 1000).toFixed(0).padStart(5)} s  ${line}`);
const lines: Line[] = [];
const details: Record<string, unknown> = {};

/** Runs parts on products of their own. */
async function withProducts(names: readonly string[], work: (...products: Product[]) => Promise<void>): Promise<void> {
  const products: Product[] = [];
  try {
    for (const name of names) products.push(await startProduct(`${directory}/${name}`, () => undefined));
    await work(...products);
  } finally {
    await Promise.all(products.map((product) => product.stop()));
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

async function refusals(product: Product): Promise<void> {
  const measured = await measureRefusals(product);
  details.refusals = measured;
  for (const { what, status, cpuMs } of measured)
    lines.push({ name: `(f) processor time to refuse ${what} (${status})`, figure: cpuMs, unit: 'ms', reach: { atMost: 50 } });
  note('refusals measured');
}

async function told(product: Product): Promise<void> {
  const measured = await measureTold(
    product,
    options.quick ? { requests: 500, listeners: 200, seconds: 3 } : { requests: 4_000, listeners: 2_000, seconds: 15 },
  );
  details.told = measured;
  lines.push({ name: '(g) webhook deliveries to one receiver', figure: measured.deliveriesPerSecond, unit: '/s' });
  lines.push({ name: '(g) raw posts of the same bytes', figure: measured.rawPostsPerSecond, unit: '/s' });
  lines.push({ name: '(g) deliveries ÷ raw', figure: measured.ratio, unit: '' });
  const { events, perSecond, lost, twice, outOfOrder } = measured.killed;
  lines.push({ name: '(g) deliveries up to a kill -9 of the gateway', figure: perSecond, unit: '/s' });
  lines.push({ name: `(g) of ${events} deliveries lost by three kills`, figure: lost, unit: '', reach: { atMost: 0 } });
  lines.push({ name: '(g) aggregates told of out of order', figure: outOfOrder, unit: '', reach: { atMost: 0 } });
  lines.push({ name: '(g) of these sent twice', figure: twice, unit: '' });
  lines.push({ name: `(g) commit → ${measured.listeners} listeners, p50`, figure: measured.live.p50, unit: 'ms' });
  lines.push({ name: `(g) commit → ${measured.listeners} listeners, p99`, figure: measured.live.p99, unit: 'ms', reach: { atMost: 250 } });
  note('webhooks and live events measured');
}

async function search(product: Product): Promise<void> {
  await product.end('dispatch', 'case-mediation', 'inspection', 'evaluation', 'gateway');
  const measured = await measureSearch(product, sizes.large, SECONDS);
  details.search = measured;
  lines.push(...searchLines(measured, sizes.large));
  note('search measured');
}

async function residents(product: Product): Promise<void> {
  await product.end('dispatch', 'case-mediation', 'inspection', 'evaluation', 'gateway');
  const measured = [];
  for (const total of options.quick ? [5_000, 20_000] : [120_000, 1_000_000]) {
    measured.push(await measureResidents(product, total, SECONDS));
    note(`${total} residents measured`);
  }
  details.residents = measured;
  lines.push(...measured.flatMap(residentLines));
}

async function imports(product: Product): Promise<void> {
  await product.end('intake', 'dispatch', 'case-mediation', 'evaluation', 'gateway');
  const measured = await measureImports(product, options.quick ? 10_000 : 100_000, SECONDS);
  details.imports = measured;
  lines.push(...importLines(measured));
  note('imports measured');
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

async function partsBySize(small: Product, large: Product): Promise<void> {
  const measured = await measureSizes(small, large, sizes, note);
  details.sizes = measured;
  lines.push(...sizeLines(measured, sizes));
}

if (parts.has('a') || parts.has('c')) await withProducts(['one'], partsOfIntakeAlone);
if (parts.has('f')) await withProducts(['one'], refusals);
if (parts.has('g')) await withProducts(['one'], told);
if (parts.has('h')) await withProducts(['one'], search);
if (parts.has('i')) await withProducts(['one'], imports);
if (parts.has('j')) await withProducts(['one'], residents);
if (parts.has('d')) await withProducts(['one'], latency);
if (parts.has('b') || parts.has('e')) await withProducts(['small', 'large'], partsBySize);
const machine = { cpus: cpus().length, model: cpus()[0]?.model, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version };
writeFileSync(`${ROOT}/.local/bench.json`, `${JSON.stringify({ at: new Date().toISOString(), machine, lines, details }, null, 2)}\n`);
console.log(`\n${machine.cpus} × ${machine.model}, Node ${machine.node}\n\n${table(lines)}\n\nwritten to .local/bench.json`);
process.exit(0);

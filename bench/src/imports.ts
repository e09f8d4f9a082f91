import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, closedLoop, Target } from './load.js';
import type { Product } from './product.js';

const IMPORTS = '/api/inspection/v1/imports';
/** As callers who register one row after the other would. */
const CONNECTIONS = 32;
const SAMPLE_MS = 100;
const MIB = 2 ** 20;

interface Import {
  readonly id: string;
  readonly state: string;
  readonly created: number;
  readonly refused: number;
}

/** What one file came to. */
interface Taken {
  readonly perSecond: number;
  /** The most memory that the service had while it took it in, beyond what it had before. */
  readonly grewByMiB: number;
}

export interface ImportsMeasured {
  readonly rows: number;
  readonly dryRun: Taken;
  readonly apply: Taken;
  readonly singlePerSecond: number;
  readonly ratio: number;
}

/** (i) A file of so many premises is tried, then taken in, beside the same rows registered one by one over the API. */
export async function measureImports(product: Product, rows: number, seconds: number): Promise<ImportsMeasured> {
  const areas = await product.sql<{ code: string }>('inspection', 'select code from area where length(code) = 12 order by code');
  const areaOf = (n: number) => areas[n % areas.length]?.code ?? '';
  const target = new Target(product.url('inspection'), CONNECTIONS);
  const token = product.tokens.everybody;
  let single = 0;
  const one = (): Call => {
    const body = { name: '学府超市', kind: 'shop', areaCode: areaOf(single), address: '学府街 14 号', status: 'active' };
    return { method: 'PUT', path: `/api/inspection/v1/premises/ONE-${single++}`, token, body };
  };
  const alone = await closedLoop(target, CONNECTIONS, seconds, one);
  if (alone.errors > 0) throw new Error(`${alone.errors} premises were refused`);
  const file = fileOf(rows, areaOf);
  const dryRun = await take(product, target, file, rows, true);
  const apply = await take(product, target, file, rows, false);
  await target.close();
  return { rows, dryRun, apply, singlePerSecond: alone.perSecond, ratio: apply.perSecond / alone.perSecond };
}

const fileOf = (rows: number, areaOf: (n: number) => string): string =>
  [
    'code,name,kind,areaCode,address,status',
    ...Array.from({ length: rows }, (_, n) => `ROW-${n},学府超市,shop,${areaOf(n)},学府街 14 号,active`),
  ].join('\r\n');

/** Sends the file and waits until each of its rows is done. */
async function take(product: Product, target: Target, file: string, rows: number, isDryRun: boolean): Promise<Taken> {
  const memory = watchMemory(product);
  const headers = { authorization: `Bearer ${product.tokens.everybody}`, 'content-type': 'text/csv; charset=utf-8' };
  const began = performance.now();
  const answer = await fetch(`${target.origin}${IMPORTS}?register=premises&dryRun=${isDryRun}`, { method: 'POST', headers, body: file });
  if (!answer.ok) throw new Error(`the file was answered with ${answer.status} ${await answer.text()}`);
  let current = (await answer.json()) as Import;
  while (current.state !== 'done') {
    await sleep(SAMPLE_MS);
    current = (await target.send<Import>({ method: 'GET', path: `${IMPORTS}/${current.id}`, token: product.tokens.everybody })).body;
  }
  const perSecond = rows / ((performance.now() - began) / 1_000);
  const grewByMiB = memory.stop();
  if (current.created !== rows) throw new Error(`of ${rows} rows ${current.created} were taken in and ${current.refused} refused`);
  return { perSecond, grewByMiB };
}

/** The resident memory of the service, looked at again and again. Linux only; elsewhere it is not known. */
function watchMemory({ runDirectory }: Product): { stop(): number } {
  const { pid } = JSON.parse(readFileSync(`${runDirectory}/inspection.pid`, 'utf8')) as { pid: number };
  const now = () => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) * 1024;
  if (process.platform !== 'linux') return { stop: () => Number.NaN };
  const before = now();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, now());
  }, SAMPLE_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return (most - before) / MIB;
    },
  };
}

export const importLines = ({ rows, dryRun, apply, singlePerSecond, ratio }: ImportsMeasured) => [
  { name: `(i) ${rows.toLocaleString('en')} rows of a file, tried`, figure: dryRun.perSecond, unit: 'rows/s' },
  { name: `(i) ${rows.toLocaleString('en')} rows of a file, taken in`, figure: apply.perSecond, unit: 'rows/s' },
  { name: '(i) the same rows, one call each', figure: singlePerSecond, unit: '/s' },
  { name: '(i) file ÷ one by one', figure: ratio, unit: '' },
  { name: '(i) memory of the service grew by, tried', figure: dryRun.grewByMiB, unit: 'MiB' },
  { name: '(i) memory of the service grew by, taken in', figure: apply.grewByMiB, unit: 'MiB', reach: { atMost: 512 } },
];

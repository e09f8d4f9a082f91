import { readFileSync } from 'node:fs';
import { ROOT } from '../places.js';
import { callerFor } from './caller.js';

/** The number of concurrent calls: enough to be quick, few enough to leave the machine usable. */
const AT_ONCE = 16;

interface Call {
  readonly method: 'PUT';
  readonly path: string;
  readonly body: unknown;
}

export interface LoadOptions {
  /** Told in one line about each step, when there is something to load. */
  readonly note?: (line: string) => void;
  /** Gives the load up; the next one goes on with it. */
  readonly signal?: AbortSignal;
}

/**
 * Loads the demo district through the services' own APIs: the real areas of 230903, categories, organisations with their
 * responsibility list, mediators, premises, service items and mobile grid workers. An existing district is left as it is, and half of one
 * is completed.
 * @param gatewayUrl the address of the product
 * @param token of somebody who may register everything
 * @throws naming the call that was refused and why, or when the signal comes
 */
export async function loadDemo(gatewayUrl: string, token: string, { note, signal }: LoadOptions = {}): Promise<void> {
  const { call, list } = callerFor({ gatewayUrl, token, signal });
  const send = ({ method, path, body }: Call) => call(method, path, body);
  if ((await list('/api/inspection/v1/premises')).length >= read<unknown[]>('premises').length) return; // they are loaded last
  const load = async (what: string, calls: Call[]) => {
    note?.(`loading the demo district: ${what} …`);
    await inParallel(calls, send);
  };
  for (const level of [6, 9, 12]) await load(`areas of ${level} digits`, areaCalls(level)); // an area needs the one above it
  await load('grids', gridAreaCalls());
  await load('categories, who looks after the grids, and organisations', [
    ...categoryCalls(),
    ...gridCalls(),
    ...registerCalls('organisations', 'dispatch'),
  ]);
  await load('mediators, responsibilities, service items, mobile grid workers, WeChat groups and duty rosters', [
    ...registerCalls('mediators', 'case-mediation'),
    ...registerCalls('responsibilities', 'dispatch'),
    ...registerCalls('service-items', 'intake'),
    ...registerCalls('resident-groups', 'intake'),
    ...registerCalls('mobile-grid-workers', 'intake'),
    ...registerCalls('wechat-groups', 'intake'),
    ...registerCalls('duty-shifts', 'dispatch'),
    { method: 'PUT', path: '/api/case-mediation/v1/policies/category-case-types', body: { value: read('category-case-types') } },
  ]);
  await load('premises', registerCalls('premises', 'inspection'));
}

const read = <T>(name: string): T => JSON.parse(readFileSync(`${ROOT}/data/demo/${name}.json`, 'utf8')) as T;

function areaCalls(level: number): Call[] {
  const [, ...lines] = readFileSync(`${ROOT}/data/areas-230903.csv`, 'utf8').trim().split('\n');
  return lines
    .map((line) => line.trim().split(','))
    .filter(([code = '']) => code.length === level)
    .map(([code = '', name, kind, , edition]) => {
      const comparisonType = level === 12 ? { comparisonType: comparisonTypeOf(code) } : {};
      return { method: 'PUT', path: `/api/intake/v1/areas/${code}`, body: { name, kind, edition, ...comparisonType } };
    });
}

/** Villages are rural; the first community of a street represents the old estates. Made up: the source does not say. */
function comparisonTypeOf(code: string): string {
  const number = Number(code.slice(9));
  if (number >= 200) return 'rural-village';
  return number === 1 ? 'old-estate' : 'new-estate';
}

interface DemoGrid {
  readonly code: string;
  readonly name: string;
}

const gridAreaCalls = (): Call[] =>
  read<DemoGrid[]>('grids').map(({ code, name }) => ({
    method: 'PUT',
    path: `/api/intake/v1/areas/${code}`,
    body: { name, kind: 'grid', edition: 'NBS-2023' },
  }));

const gridCalls = (): Call[] =>
  read<DemoGrid[]>('grids').map(({ code, name: _, ...body }) => ({ method: 'PUT', path: `/api/intake/v1/grids/${code}`, body }));

const categoryCalls = (): Call[] =>
  Object.entries(read<Record<string, string | object>>('categories')).map(([code, facts]) => ({
    method: 'PUT',
    path: `/api/intake/v1/categories/${code}`,
    body: typeof facts === 'string' ? { name: facts } : facts,
  }));

const registerCalls = (register: string, service: string): Call[] =>
  read<({ code: string } & Record<string, unknown>)[]>(register).map(({ code, ...body }) => ({
    method: 'PUT',
    path: `/api/${service}/v1/${register}/${code}`,
    body,
  }));

/** Runs `work` on every item, a few at a time. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

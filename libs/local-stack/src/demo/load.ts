import { readFileSync } from 'node:fs';
import { DAY_MS } from '@zero-distance/kernel';
import { ROOT } from '../places.js';
import { callerFor } from './caller.js';

/** The number of concurrent calls: enough to be quick, few enough to leave the machine usable. */
const AT_ONCE = 16;

const AREAS = '/api/intake/v1/areas';

/** A row of a register, by its code. */
interface Row {
  readonly register: string;
  readonly code: string;
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
 * responsibility list, mediators, premises, service items and mobile grid workers. What a register has already is left as it is; only what is missing is
 * added: so half of a district is completed, and one of an earlier version gets what this version's has more.
 * @param gatewayUrl the address of the product
 * @param token of somebody who may register everything
 * @throws naming the call that was refused and why, or when the signal comes
 */
export async function loadDemo(gatewayUrl: string, token: string, { note, signal }: LoadOptions = {}): Promise<void> {
  const { call, all } = callerFor({ gatewayUrl, token, signal });
  const load = async (what: string, rows: Row[]) => {
    const missing = await missingOf(rows, async (register) => (await all<{ code: string }>(register)).map(({ code }) => code));
    if (missing.length === 0) return false;
    note?.(`loading the demo district: ${what} …`);
    await inParallel(missing, ({ register, code, body }) => call('PUT', `${register}/${code}`, body));
    return true;
  };
  for (const level of [6, 9, 12]) await load(`areas of ${level} digits`, areaRows(level)); // an area needs the one above it
  await load('grids', gridAreaRows());
  await load('categories, groups of residents, who looks after the grids, and organisations', [
    ...categoryRows(),
    ...rowsOf('resident-groups', 'intake'),
    ...gridRows(),
    ...rowsOf('organisations', 'dispatch'),
  ]);
  const isNew = await load('mediators', rowsOf('mediators', 'case-mediation'));
  if (isNew) await call('PUT', '/api/case-mediation/v1/policies/category-case-types', { value: read('category-case-types') });
  await load('responsibilities, service items, service points, mobile grid workers, WeChat groups and duty rosters', [
    ...rowsOf('responsibilities', 'dispatch'),
    ...rowsOf('service-items', 'intake'),
    ...rowsOf('service-points', 'intake'),
    ...rowsOf('mobile-grid-workers', 'intake'),
    ...rowsOf('wechat-groups', 'intake'),
    ...dutyRows(new Date()),
  ]);
  await load('premises', rowsOf('premises', 'inspection'));
}

/** The rows whose code their register does not have. */
async function missingOf(rows: readonly Row[], codesOf: (register: string) => Promise<string[]>): Promise<Row[]> {
  const registers = [...new Set(rows.map(({ register }) => register))];
  const codes = new Map(await Promise.all(registers.map(async (register) => [register, new Set(await codesOf(register))] as const)));
  return rows.filter(({ register, code }) => !codes.get(register)?.has(code));
}

const read = <T>(name: string): T => JSON.parse(readFileSync(`${ROOT}/data/demo/${name}.json`, 'utf8')) as T;

function areaRows(level: number): Row[] {
  const [, ...lines] = readFileSync(`${ROOT}/data/areas-230903.csv`, 'utf8').trim().split('\n');
  return lines
    .map((line) => line.trim().split(','))
    .filter(([code = '']) => code.length === level)
    .map(([code = '', name, kind, , edition]) => {
      const comparisonType = level === 12 ? { comparisonType: comparisonTypeOf(code) } : {};
      return { register: AREAS, code, body: { name, kind, edition, ...comparisonType } };
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

const WEEK_MS = 7 * DAY_MS;

/** Somebody is on duty this week and the next ones: a shift a week, as long as a shift may be. */
const dutyRows = (now: Date): Row[] =>
  rowsOf('duty-shifts', 'dispatch').flatMap((row) =>
    Array.from({ length: 12 }, (_, week) => {
      const from = new Date((Math.floor(now.getTime() / WEEK_MS) + week) * WEEK_MS);
      const times = { startsAt: from.toISOString(), endsAt: new Date(from.getTime() + WEEK_MS).toISOString() };
      return { ...row, code: `${row.code}-${times.startsAt.slice(0, 10)}`, body: { ...(row.body as object), ...times } };
    }),
  );

const gridAreaRows = (): Row[] =>
  read<DemoGrid[]>('grids').map(({ code, name }) => ({
    register: AREAS,
    code,
    body: { name, kind: 'grid', edition: 'NBS-2023' },
  }));

const gridRows = (): Row[] =>
  read<DemoGrid[]>('grids').map(({ code, name: _, ...body }) => ({ register: '/api/intake/v1/grids', code, body }));

const categoryRows = (): Row[] =>
  Object.entries(read<Record<string, string | object>>('categories')).map(([code, facts]) => ({
    register: '/api/intake/v1/categories',
    code,
    body: typeof facts === 'string' ? { name: facts } : facts,
  }));

const rowsOf = (register: string, service: string): Row[] =>
  read<({ code: string } & Record<string, unknown>)[]>(register).map(({ code, ...body }) => ({
    register: `/api/${service}/v1/${register}`,
    code,
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

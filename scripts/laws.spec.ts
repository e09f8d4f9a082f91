import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../', import.meta.url));
const ROOMS = ['libs', 'services', 'deploy', 'scripts', 'bench', 'e2e'];

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Runs dependency-cruiser with the house's rules over a tree, and says what it found. */
function violationsIn(folder: string): Violation[] {
  const rooms = ROOMS.filter((room) => existsSync(join(folder, room)));
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, '.dependency-cruiser.cjs');
  const { stdout, stderr } = spawnSync(process.execPath, [program, '--config', config, '--output-type', 'json', ...rooms], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${stderr}${stdout}`);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string; to: string }[] } };
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

const DISPATCH = 'services/dispatch/src';
const ORDER = `${DISPATCH}/orders/work-order/work-order`;
const INTAKE = 'services/intake/src';
const REQUEST = `${INTAKE}/requests/request/request`;

/** What each law must catch: rule, importing file, imported file. */
const FORBIDDEN: [rule: string, from: string, to: string][] = [
  ['service-imports-service', `${ORDER}.service.ts`, `${REQUEST}.ts`],
  ['service-imports-service', 'services/gateway/src/proxy.ts', `${REQUEST}.ts`],
  ['library-knows-service', 'libs/messaging/src/outbox/relay.ts', `${ORDER}.ts`],
  ['kernel-imports', 'libs/kernel/src/id.ts', 'libs/calendar/src/calendar.ts'],
  ['kernel-imports', 'libs/kernel/src/result.ts', 'libs/left-pad/src/index.ts'],
  ['words-import-machinery', 'libs/contracts/src/check.ts', 'libs/platform/src/config.ts'],
  ['persistence-imports-upwards', 'libs/persistence/src/transaction.ts', 'libs/messaging/src/inbox/inbox.ts'],
  ['messaging-imports-platform', 'libs/messaging/src/inbox/inbox.ts', 'libs/platform/src/config.ts'],
  ['pure-file-imports', `${ORDER}.ts`, 'libs/platform/src/config.ts'],
  ['pure-file-imports', `${ORDER}.transitions.ts`, `${ORDER}.store.ts`],
  ['pure-file-imports', `${DISPATCH}/orders/work-order/routing.ts`, `${ORDER}.dto.ts`],
  ['pure-file-imports', `${DISPATCH}/orders/work-order/work-order.errors.ts`, `${ORDER}.entity.ts`],
  ['pure-file-imports-wiring', `${DISPATCH}/orders/work-order/deadline.ts`, `${DISPATCH}/config.ts`],
  ['entity-imports-upwards', `${ORDER}.entity.ts`, `${ORDER}.dto.ts`],
  ['definition-imports-upwards', `${DISPATCH}/orders/figure/figure.definition.ts`, `${ORDER}.store.ts`],
  ['store-imports-upwards', `${ORDER}.store.ts`, `${ORDER}.service.ts`],
  ['service-imports-upwards', `${ORDER}.service.ts`, `${ORDER}.controller.ts`],
  ['view-imports-storage', `${ORDER}.view.ts`, `${ORDER}.store.ts`],
  ['dto-imports-storage', `${ORDER}.dto.ts`, `${DISPATCH}/reference/organisation/organisation.entity.ts`],
  ['controller-skips-service', `${ORDER}.controller.ts`, `${ORDER}.store.ts`],
  ['imports-wiring', `${ORDER}.service.ts`, `${DISPATCH}/events.ts`],
  ['quarter-imports-upwards', `${INTAKE}/reference/area/area.store.ts`, `${REQUEST}.ts`],
  ['quarter-imports-upwards', `${REQUEST}.store.ts`, `${INTAKE}/people/resident/resident.ts`],
  ['quarter-imports-upwards', `${INTAKE}/services/service-item/service-item.store.ts`, `${INTAKE}/interchange/export/export.ts`],
  ['quarter-imports-upwards', `${INTAKE}/policy/policy.ts`, `${INTAKE}/requests/request/point.ts`],
  ['quarter-imports-upwards', `${DISPATCH}/reference/reference.ts`, `${DISPATCH}/deadlines/holiday/calendar-year.ts`],
  ['barrel', `${ORDER}.service.ts`, `${DISPATCH}/reference/organisation/index.ts`],
  ['product-imports-test', `${ORDER}.service.ts`, 'libs/testing/src/eventually.ts'],
  ['circular', `${DISPATCH}/reference/organisation/a.service.ts`, `${DISPATCH}/reference/organisation/b.service.ts`],
];

/** What the laws must leave alone. */
const ALLOWED: [from: string, to: string][] = [
  [`${ORDER}.ts`, 'libs/calendar/src/calendar.ts'],
  [`${ORDER}.ts`, `${ORDER}.transitions.ts`],
  [`${ORDER}.controller.ts`, `${ORDER}.dto.ts`],
  [`${ORDER}.controller.ts`, `${DISPATCH}/reference/organisation/organisation.service.ts`],
  [`${DISPATCH}/reference/organisation/organisation.service.ts`, `${DISPATCH}/reference/organisation/organisation.store.ts`],
  [`${DISPATCH}/reference/organisation/organisation.store.ts`, `${DISPATCH}/reference/organisation/organisation.entity.ts`],
  [`${DISPATCH}/reference/organisation/organisation.store.ts`, 'libs/persistence/src/transaction.ts'],
  [`${DISPATCH}/orders/figure/figure.definition.ts`, `${ORDER}.ts`],
  [`${DISPATCH}/migrations/index.ts`, `${DISPATCH}/orders/figure/figure.definition.ts`],
  [`${DISPATCH}/dispatch.module.ts`, `${ORDER}.controller.ts`],
  [`${REQUEST}.store.ts`, `${INTAKE}/reference/organisation/organisation.store.ts`],
  [`${INTAKE}/people/resident/resident.ts`, `${REQUEST}.ts`],
  [`${INTAKE}/requests/request/point.ts`, `${INTAKE}/errors.ts`],
  [`${INTAKE}/events.ts`, `${REQUEST}.store.ts`],
  [`${ORDER}.spec.ts`, 'libs/testing/src/eventually.ts'],
  ['libs/platform/src/config.ts', 'libs/contracts/src/envelope.ts'],
  ['deploy/src/migrate.ts', `${DISPATCH}/migrations/index.ts`],
];

function plant(folder: string): void {
  const imports = new Map<string, string[]>();
  for (const [from, to] of [...FORBIDDEN.map(([, from, to]) => [from, to] as const), ...ALLOWED]) {
    imports.set(from, [...(imports.get(from) ?? []), to]);
    if (!imports.has(to)) imports.set(to, []);
  }
  for (const [file, targets] of imports) {
    const lines = targets.map((to) => `import type {} from './${relative(dirname(file), to).replace(/\.ts$/, '.js')}';`);
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), [...lines, 'export type Word = string;', ''].join('\n'));
  }
}

describe('the import laws', () => {
  const folder = mkdtempSync(join(tmpdir(), 'laws-'));
  let found: Violation[] = [];
  beforeAll(() => {
    plant(folder);
    writeFileSync(join(folder, DISPATCH, 'reference/organisation/b.service.ts'), "import './a.service.js';\n"); // closes the circle
    writeFileSync(join(folder, DISPATCH, 'lost.service.ts'), "import './nowhere.js';\n");
    found = violationsIn(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('hold in this house', () => {
    expect(violationsIn(root)).toEqual([]);
  }, 60_000);

  it.each(FORBIDDEN)('%s catches %s → %s', (rule, from, to) => {
    expect(found).toContainEqual({ rule, from, to });
  });

  it('unresolvable catches an import of nothing', () => {
    expect(found).toContainEqual({ rule: 'unresolvable', from: `${DISPATCH}/lost.service.ts`, to: './nowhere.js' });
  });

  it.each(ALLOWED)('let %s → %s be', (from, to) => {
    expect(found.filter((violation) => violation.from === from && violation.to === to)).toEqual([]);
  });

  it('are each proven by a planted violation', () => {
    const rules = [...readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8').matchAll(/name: '([a-z-]+)'/g)].map(([, name]) => name);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(rules));
  });
});

// The kinds of file in a service with a domain, and in the gateway (decisions 11, 27 and 29). Another kind needs a decision record first.
const KINDS = [
  'transitions',
  'errors',
  'service',
  'reactions',
  'store',
  'entity',
  'definition',
  'controller',
  'dto',
  'view',
  'module',
  'spec',
];
const GATEWAY_KINDS = [...KINDS, 'routes', 'adapter'];
const nameOfKind = (kinds: readonly string[]) => new RegExp(`^[a-z0-9]+(?:-[a-z0-9]+)*(?:\\.(?:${kinds.join('|')}))?\\.ts$`);
const FILE_NAME = nameOfKind(KINDS);
const GATEWAY_FILE_NAME = nameOfKind(GATEWAY_KINDS);
const MAX_LINES = 300;

/** Source files below a folder, as paths from the root; compiled and installed ones left out. */
function sourcesIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'dist', '.local'].includes(entry.name) ? [] : sourcesIn(path);
    return /\.(?:tsx?|mjs|cjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

describe('file names and sizes', () => {
  const sources = [...ROOMS, 'web'].flatMap(sourcesIn); // imports of web/ are biome's: dependency-cruiser reads no JSX
  const isDomain = (path: string) => /^services\/(?!gateway\/)[^/]+\/src\//.test(path);
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

  it(`a file of a service is a noun in kebab-case with at most one kind of: ${KINDS.join(', ')}`, () => {
    expect(sources.filter((path) => isDomain(path) && !FILE_NAME.test(nameOf(path)))).toEqual([]);
  });

  it(`a file of the gateway is one with at most one kind of: ${GATEWAY_KINDS.join(', ')}`, () => {
    const ofGateway = sources.filter((path) => path.startsWith('services/gateway/src/'));
    expect(ofGateway.length).toBeGreaterThan(10);
    expect(ofGateway.filter((path) => !GATEWAY_FILE_NAME.test(nameOf(path)))).toEqual([]);
  });

  it('a DTO file says what goes over HTTP in classes alone: what makes them is a view (decision 29)', () => {
    const makes = (path: string) => /^export (?:const|(?:async )?function) \w*[a-z]\w*[ (:]/m.test(readFileSync(join(root, path), 'utf8'));
    const files = sources.filter((path) => path.endsWith('.dto.ts'));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter(makes)).toEqual([]);
  });

  it('a module of what ships only defines: the bundle leaves out what nobody uses of it (decision 28)', () => {
    const programs =
      /(?:\/|-)main\.ts$|^services\/gateway\/src\/(?:accounts|clients|configuration|doctor|rotate-keys)\.ts$|^deploy\/src\/(?:migrate|nats-config)\.ts$/;
    const shipped = sources.filter((path) => /^(?:libs\/(?!local-stack|testing)[^/]+|services\/[^/]+|deploy)\/src\//.test(path));
    const modules = shipped.filter((path) => !programs.test(path) && !path.endsWith('.spec.ts'));
    expect(modules.length).toBeGreaterThan(300);
    const acts = /^(?:import '|[\w.]+\(|[\w.[\]]+ = |(?:for|if|await|new|void|switch|try)\b)/m;
    expect(modules.filter((path) => acts.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it('what `@zero-distance/testing` holds runs without jest too, for chaos, fuzz and bench: what describes tests has an entry of its own', () => {
    const index = readFileSync(join(root, 'libs/testing/src/index.ts'), 'utf8');
    const modules = [...index.matchAll(/from '\.\/([\w-]+)\.js'/g)].map(([, name]) => `libs/testing/src/${name}.ts`);
    expect(modules.length).toBeGreaterThan(5);
    expect(modules.filter((path) => readFileSync(join(root, path), 'utf8').includes("'@jest/globals'"))).toEqual([]);
  });

  it.each([
    'return.policy.ts',
    'payload.adapter.ts',
    'page.routes.ts',
    'work-order.helper.ts',
    'WorkOrder.ts',
    'work_order.service.ts',
    'work-order.service.impl.ts',
    'work-order.utils.ts',
  ])('%s would be refused', (name) => {
    expect(FILE_NAME.test(name)).toBe(false);
  });

  it('a time limit is not put into AbortSignal.any, which Node 20 lets forget it: `within` of the kernel holds it', () => {
    const held = ['libs/messaging/src/runtime/leader-election.ts']; // both sources are kept by who made them
    const own = sources.filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !held.includes(path));
    expect(own.filter((path) => /AbortSignal\.any\(/.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it('a promise that nobody waits for has a catch, or is of a function that never rejects: one that rejects unheard ends the process', () => {
    const neverReject = [
      'bootstrap',
      'runCommand',
      'reindex',
      'this.ask',
      'this.read',
      'this.try',
      'this.looks.take',
      'this.saves.take',
      'this.connect',
      'turns.take',
      'this.feed.lookAgain',
      'carryOut',
      'work',
    ];
    const endsAnyway = ['line?.receiver.close', 'worker?.terminate', 'this.broker.connected.then'];
    const noPromise = ['collectCodes', 'collectTexts', 'told.push', 'out.destroy'];
    const known = new Set([...neverReject, ...endsAnyway, ...noPromise]);
    const shipped = sources.filter(
      (path) => /^(?:services|libs)\/[^/]+\/src\//.test(path) && !/\.spec\.ts$|^libs\/(?:testing|local-stack)\//.test(path),
    );
    const unheard = shipped.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/\bvoid ([\w.?!]+)\(.*/g)]
        .filter(([line, name]) => !known.has(name as string) && !line.includes('.catch('))
        .map(([line]) => `${path}: ${line}`),
    );
    expect(unheard).toEqual([]);
  });

  it('nothing is called common, utils, shared or helpers', () => {
    expect(sources.filter((path) => /(?:^|\/)(?:common|utils?|shared|helpers?|misc)(?:\/|\.[a-z]+$)/.test(path))).toEqual([]);
  });

  it(`no source file is longer than ${MAX_LINES} lines: split by noun`, () => {
    const long = sources
      .filter((path) => !/\.spec\.ts$/.test(path))
      .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > MAX_LINES);
    expect(long).toEqual([]);
  });
});

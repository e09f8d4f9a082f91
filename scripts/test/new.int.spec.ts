import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT } from '@zero-distance/local-stack';
import { isInstalled } from '../setup.mjs';

// `npm run new` in a copy of this clone: what it lays has to be what somebody would have written.

const SOURCES = ['libs', 'services', 'scripts', 'docs', 'bench'];
const LEFT_OUT = ['.local', '.cache', 'results'];

interface Ended {
  readonly code: number;
  readonly output: string;
}

let copy: string;

/** The clone without its history: its workspaces with what they are linked to and what was built of them, packages by link. */
function copyClone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'new-'));
  for (const source of SOURCES) {
    const filter = (path: string) => !LEFT_OUT.includes(path.slice(path.lastIndexOf('/') + 1));
    cpSync(join(ROOT, source), join(folder, source), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true, filter });
  }
  const files = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name } of files) cpSync(join(ROOT, name), join(folder, name), { preserveTimestamps: true });
  for (const workspace of ['deploy', 'web']) cpSync(join(ROOT, workspace, 'package.json'), join(folder, workspace, 'package.json'));
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    const isOurs = name === '@zero-distance';
    if (isOurs) cpSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return folder;
}

/** Runs a Node program in the copy. */
async function node(...args: string[]): Promise<Ended> {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const ended = promisify(execFile)(process.execPath, args, { cwd: copy, env, maxBuffer: 64 * 1024 * 1024 });
  return ended.then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, output: stdout + stderr }),
  );
}
const create = (...args: string[]): Promise<Ended> => node('scripts/new.mjs', ...args);
const text = (path: string): string => readFileSync(join(copy, path), 'utf8');
/** Type-checks and builds projects one by one, of what is built of the others. */
async function compile(...projects: string[]): Promise<Ended> {
  let output = '';
  for (const project of projects) {
    const ended = await node('node_modules/typescript/bin/tsc', '--pretty', 'false', '-p', project);
    output += ended.output;
    if (ended.code !== 0) return { code: ended.code, output };
  }
  return { code: 0, output };
}
const done = { code: 0, output: expect.anything() };

beforeAll(() => {
  if (!isInstalled()) throw new Error('the packages are not those of the lockfile: npm test installs them'); // else the copy would, into these
  copy = copyClone();
});
afterAll(() => rmSync(copy, { recursive: true }));

describe('npm run new', () => {
  it.each([
    [
      ['aggregate', 'inspektion', 'gathering'],
      'there is no service "inspektion": one of intake, dispatch, case-mediation, inspection, evaluation',
    ],
    [['aggregate', 'inspection', 'hazard'], 'inspection has a folder "hazard" already'],
    [['aggregate', 'inspection', 'workOrder'], '"workOrder" is no noun: words in small letters, with hyphens between them'],
    [
      ['aggregate', 'inspection', 'requests/gathering'],
      'the nouns of inspection stand in no quarter: "requests/gathering" is no place for one',
    ],
    [
      ['aggregate', 'intake', 'gathering'],
      /^the nouns of intake stand in a quarter, reference\/gathering or requests\/gathering.*"gathering" is no place/,
    ],
    [['aggregate', 'dispatch', 'orders/request'], 'the contracts have REQUEST_EVENTS already: call the noun by another word'],
    [['aggregate', 'inspection', 'gathering', '--plural', 'hazards'], 'the access table has "inspection.hazards" already: give --plural'],
    [['aggregate', 'inspection', 'gathering', '--role', 'king'], /^there is no role "king": one of intake-clerk, /],
    [['aggregate', 'inspection'], 'name a service and a noun: aggregate <service> <noun>'],
    [['aggregate', 'inspection', 'gathering', '--zh', "演练'"], /^"演练'" can not stand in the code/],
    [['aggregate', 'inspection', 'gathering', '--en', 'x'], /^--en says nothing of an aggregate/],
    [['aggregate', 'inspection', 'gathering', '--colour', 'x'], /^Unknown option '--colour'/],
    [
      ['event', 'inspection.gathering.moved'],
      'inspection tells of no "gathering": there is no libs/contracts/src/events/inspection.gathering.ts',
    ],
    [['event', 'inspection.hazard.found'], /inspection\.hazard\.ts is not as expected: it has found\.v1 already\. Nothing was written\./],
    [['event', 'inspection.hazard'], '"inspection.hazard" is no event: <service>.<noun>.<past participle>'],
    [['service', 'archive'], /^"service" can not be made/],
  ] as [string[], string | RegExp][])('refuses %j in one line', async (args, line) => {
    const { code, output } = await create(...args);
    expect(code).toBe(1);
    expect(output.trimEnd().split('\n')).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
  });

  it('writes nothing at all when one place of the house is not as expected', async () => {
    const readme = join(copy, 'services/evaluation/README.md');
    const before = text('services/evaluation/README.md');
    rmSync(readme);
    cpSync(join(copy, 'LICENSE'), readme);
    const { output } = await create('aggregate', 'evaluation', 'gathering');
    expect(output).toBe(
      'services/evaluation/README.md is not as expected: there is no heading behind a state table. Nothing was written.\n',
    );
    expect(existsSync(join(copy, 'services/evaluation/src/gathering'))).toBe(false);
    expect(before).toContain('transitions:end');
  });

  it('lays aggregates that compile, are free of lint and pass their tests, in a service with quarters and in one without', async () => {
    expect(await create('aggregate', 'inspection', 'safety-drill', '--zh', '演练', '--role', 'inspector')).toEqual(done);
    expect(await create('aggregate', 'intake', 'requests/inquiry', '--plural', 'inquiries')).toEqual(done);
    expect(await create('event', 'inspection.safety-drill.postponed', 'intake.area.merged')).toEqual(done);

    expect(text('docs/asyncapi.json')).toContain('"intake.area.merged.v1"');
    expect(text('libs/contracts/published/inspection.safety-drill.postponed.v1.json')).toContain('safetyDrillId');
    const drill = 'services/inspection/src/safety-drill/safety-drill';
    // What a new event says is for whoever adds it to write.
    const told = text(`${drill}.ts`).replace(/( {2}'inspection\.safety-drill\.)closed(.*\n)/, '$1closed$2$1postponed$2');
    writeFileSync(join(copy, `${drill}.ts`), told);
    // So is whom of the staff it is told to.
    const telling = 'services/gateway/src/notification/telling.ts';
    const tellings = text(telling).replace(/( {2}'inspection\.safety-drill\.)closed(.*\n)/, '$1closed$2$1postponed$2');
    writeFileSync(join(copy, telling), tellings);
    const specs = [`${drill}.spec.ts`, 'services/intake/src/requests/inquiry/inquiry.spec.ts'];
    const services = ['inspection', 'intake'].flatMap((name) => [
      `services/${name}/src/main.ts`,
      `services/${name}/src/migrations/index.ts`,
    ]);
    const wiring = [...services, telling, 'services/gateway/src/feed/feed-scope.ts'];
    const settings = { extends: './tsconfig.tests.json', include: [...specs, ...wiring] };
    writeFileSync(join(copy, 'tsconfig.new.json'), JSON.stringify(settings));
    expect(await compile('libs/platform', 'tsconfig.new.json')).toEqual(done); // one program of both: half the work of two
    const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', 'unit', '--runTestsByPath'];
    const tested = await node(...jest, ...specs, 'scripts/migrations.spec.ts');
    expect(tested).toEqual({ code: 0, output: expect.stringContaining('3 passed, 3 total') });
  }, 300_000); // two compilers and a jest, on a machine that may be busy

  it('lets what a new event says be filled in and recorded again until it is committed, and no longer', async () => {
    const git = (...args: string[]) =>
      promisify(execFile)('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.invalid', ...args], { cwd: copy });
    const recorded = () => git('add', 'libs/contracts/published').then(() => git('commit', '--quiet', '--message', 'recorded'));
    const record = async (field: string) => {
      const contract = 'libs/contracts/src/events/evaluation.callback.ts';
      const said = text(contract).replace(
        /('missed\.v1': event\().*\)/,
        `$1{ zh: '错过', en: 'Missed' }, { ${field}: flag('Why') }, { ${field}: true })`,
      );
      writeFileSync(join(copy, contract), said);
      expect(await compile('libs/contracts')).toEqual(done);
      return node('libs/contracts/dist/compatibility-main.js', '--publish');
    };
    await git('init', '--quiet');
    await recorded();
    expect(await create('event', 'evaluation.callback.missed')).toEqual(done);
    expect(await record('engaged')).toEqual(done);
    expect(text('libs/contracts/published/evaluation.callback.missed.v1.json')).toContain('engaged');
    await recorded();
    expect(await record('moved')).toEqual({ code: 1, output: expect.stringContaining('evaluation.callback.missed.v1 is incompatible') });
  }, 60_000);
});

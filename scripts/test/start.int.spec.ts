import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@zero-distance/local-stack';
import { endsCleanly, Started } from './started.js';

const LOADING = 'loading the demo district';
const UP = 'Ctrl-C stops it';
const DEMO_MEDIATORS = JSON.parse(readFileSync('data/demo/mediators.json', 'utf8')).length;

// One data directory lives through four starts, as a developer's does; each test begins where the one before has ended.
let directory: string;
let port: string;
let started: Started;
let number: string;

beforeAll(async () => {
  directory = mkdtempSync(`${tmpdir()}/zero-distance-start-`);
  chmodSync(directory, 0o755); // as root, Postgres runs as another user
  port = String(await freePort());
});
afterEach(() => started.terminate());
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('npm start', () => {
  it('ends within 10 s and leaves no process when it is told to in the middle of its first load', async () => {
    started = Started.run({}, '--data', directory, '--port', port);
    await started.printed(`${LOADING}: mediators`);
    await endsCleanly(started, directory);
  }, 120_000);

  it('completes the half of a district that it finds, and prints three commands that work when pasted', async () => {
    started = Started.run({}, '--data', directory, '--port', port);
    const output = await started.printed(UP);
    expect(output).toContain(LOADING);
    const commands = [...output.matchAll(/^ {2}((?:TOKEN=|curl |sleep ).*)$/gm)].map(([, command]) => command);
    expect(commands).toHaveLength(3);
    const [request, orders] = await answersOf(commands.join('\n'));
    expect(request).toMatchObject({ state: 'received', title: '暖气不热' });
    number = request?.number;
    expect(orders).toMatchObject({ items: [{ sourceNumber: number, lead: { code: 'heating-company' } }] });
    expect(await demo('get "/api/case-mediation/v1/mediators?limit=200" "$(token demo)" | pick items.length')).toBe(`${DEMO_MEDIATORS}`);
    await endsCleanly(started, directory);
  }, 120_000);

  it('finds its data again at the next start, and loads nothing twice', async () => {
    started = Started.run({}, '--data', directory, '--port', port);
    expect(await started.printed(UP)).not.toContain(LOADING);
    expect(await demo('get /api/intake/v1/requests "$(token demo)" | pick items.0.number')).toBe(number);
    await endsCleanly(started, directory);
  }, 120_000);

  it('starts from scratch with --reset', async () => {
    const secrets = readFileSync(`${directory}/secrets.json`, 'utf8');
    started = Started.run({}, '--data', directory, '--port', port, '--reset');
    expect(await started.printed(LOADING)).toMatch(/up to date \([1-9]\d* changes\)/);
    expect(readFileSync(`${directory}/secrets.json`, 'utf8')).not.toBe(secrets);
    await endsCleanly(started, directory);
  }, 120_000);
});

/** What the printed commands print, pasted into a shell: one JSON document after the other. */
async function answersOf(commands: string) {
  const { stdout } = await promisify(execFile)('sh', ['-ec', commands]);
  return stdout
    .replaceAll('}{', '}\n{')
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** What a command of docs/chains prints. */
async function demo(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['-c', `set -eo pipefail; . ${directory}/demo.env; ${command}`]);
  return stdout.trim();
}

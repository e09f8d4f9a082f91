import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import { type Fixture, startFixture } from './fixture/start-fixture.js';

const REDOCLY = new URL('../../../node_modules/.bin/redocly', import.meta.url).pathname;
let stack: TestStack;
let fixture: Fixture;

beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  fixture = await startFixture(stack);
}, 90_000);

afterAll(async () => {
  await fixture?.stop();
  await stack?.stop();
});

it('the document passes the recommended rules of redocly without an error or a warning', async () => {
  const directory = mkdtempSync(`${tmpdir()}/openapi-`);
  const file = `${directory}/openapi.json`;
  writeFileSync(file, await (await fetch(`${fixture.url}/api/inspection/openapi.json`)).text());
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const { stdout } = await promisify(execFile)(REDOCLY, ['lint', file, '--extends=recommended', '--format=json'], { env, cwd: directory });
  rmSync(directory, { recursive: true });
  expect(
    JSON.parse(stdout).problems.map((problem: { ruleId: string; message: string }) => `${problem.ruleId}: ${problem.message}`),
  ).toEqual([]);
}, 60_000);

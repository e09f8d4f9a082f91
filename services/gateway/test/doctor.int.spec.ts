import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { VERSION } from '@zero-distance/kernel';
import { program } from '@zero-distance/local-stack';
import { closeDataSource, createDataSource, Transactor } from '@zero-distance/persistence';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import type { DataSource } from 'typeorm';
import { CHECKS } from '../src/doctor/checks.js';
import { readDoctorConfig } from '../src/doctor/doctor-config.js';
import { examine, exitCodeOf } from '../src/doctor/examination.js';
import { askHouse } from '../src/doctor/house.js';
import { ENTITIES } from '../src/entities.js';
import { startUpstream } from './support.js';

jest.setTimeout(30_000); // the doctor is a process of its own

interface Report {
  readonly exitCode: number;
  readonly results: readonly {
    check: string;
    level: string;
    findings: readonly { zh: string; en: string; fix?: { zh: string; en: string } }[];
  }[];
}

/** What the stand-in of the five services says of itself; a test makes one thing of it ill. */
const WELL = {
  status: 'ready',
  version: VERSION,
  warnings: [] as string[],
  zd_leader: 1,
  zd_outbox_age_seconds: 0,
  zd_consumer_lag: 0,
  zd_dead_letters_waiting: 0,
  zd_holidays_missing: 0,
  zd_supervision_orders_overdue: 0,
  zd_applications_undecided: 0,
  zd_whistles_unconcluded: 0,
  zd_knowledge_reviews_due: 0,
  zd_clock_offset_seconds: 0,
  made: Math.floor(Date.now() / 1000),
  free: 90,
};
let house = { ...WELL };

function page(): string {
  const { status, version, warnings, made, free, ...figures } = house;
  return [
    ...Object.entries(figures).map(([name, value]) => `# TYPE ${name} gauge\n${name}{service="x"} ${value}`),
    `zd_key_made_timestamp_seconds{key="PERSONAL_DATA_KEYS",service="x"} ${made}`,
    `zd_files_disk_bytes{state="total",service="x"} 100\nzd_files_disk_bytes{state="free",service="x"} ${free}`,
  ].join('\n');
}

let stack: TestStack;
let dataSource: DataSource;
let others: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  others = await startUpstream(({ url }, response) => {
    const { status, version, warnings } = house;
    response.end(url === '/metrics' ? page() : JSON.stringify({ status, version, warnings, reasons: ['ill'] }));
  });
  stack = await startTestStack({ services: ['gateway'], postgres: 'private' });
  const { DATABASE_URL: databaseUrl = '' } = stack.environment('gateway');
  dataSource = await createDataSource({ service: 'gateway', databaseUrl, poolSize: 2, entities: ENTITIES }).initialize();
  for (const [part, name] of [
    ['database', 'zd-last-night.sql.gz'],
    ['files', 'zd-last-night-files-intake.tar.gz'],
  ]) {
    await stack.sql('gateway', `insert into backup (part, name, taken_at, bytes) values ($1, $2, now() - interval '5 hours', 1)`, [
      part,
      name,
    ]);
  }
}, 60_000);
afterAll(async () => {
  await closeDataSource(dataSource);
  await stack?.stop();
  await others?.stop();
});

const services = () =>
  Object.fromEntries(['INTAKE', 'DISPATCH', 'CASE_MEDIATION', 'INSPECTION', 'EVALUATION'].map((name) => [`${name}_URL`, others.url]));

/** Runs the doctor as it ships; its exit code and what it printed. */
async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const options = { env: { ...process.env, ...stack.environment('gateway'), ...services(), ...env } };
  const [node, words] = [process.execPath, [...program('services/gateway', 'doctor'), ...args]];
  return promisify(execFile)(node, words, options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

/** The same in this process, which costs no start. */
async function look(env: Readonly<Record<string, string>> = {}): Promise<Report> {
  const config = readDoctorConfig({ ...stack.environment('gateway'), ...services(), ...env });
  const tools = { config, knownHeads: [], house: () => asked, transactor: async () => new Transactor(dataSource) };
  const asked = askHouse(config);
  const results = await examine(CHECKS, tools);
  return { exitCode: exitCodeOf(results), results };
}

const report = async (env?: Readonly<Record<string, string>>): Promise<Report> => JSON.parse((await run(['--json'], env)).stdout);
const complaints = ({ results }: Report) => results.filter(({ level }) => level !== 'well').map(({ check, level }) => `${check}: ${level}`);

describe('the doctor', () => {
  it('finds a well house well: exit code 0, a line for each check', async () => {
    const { code, stdout } = await run([]);
    expect([code, stdout.split('\n').filter((line) => line && !line.startsWith('ok '))]).toEqual([0, []]);
    for (const { name } of CHECKS) expect(stdout).toContain(`  ${name} `);
  });

  it.each<[string, Partial<typeof WELL>, string[], number]>([
    ['a service is not ready', { status: 'not ready' }, ['services: broken'], 2],
    ['a service warns', { warnings: ['NATS is not connected'] }, ['services: warning'], 1],
    ['a service is of another version', { version: '0.0.9' }, ['versions: warning'], 1],
    ['a service has no leader', { zd_leader: 0 }, ['leaders: broken'], 2],
    ['events wait', { zd_outbox_age_seconds: 100 }, ['outbox: warning'], 1],
    ['events are stuck', { zd_outbox_age_seconds: 1_000 }, ['outbox: broken'], 2],
    ['a consumer is behind', { zd_consumer_lag: 5_000 }, ['consumers: warning'], 1],
    ['a dead letter waits', { zd_dead_letters_waiting: 1 }, ['dead-letters: warning'], 1],
    ['a supervision order is not answered in time', { zd_supervision_orders_overdue: 1 }, ['overdue: warning'], 1],
    ['an application is not decided in time', { zd_applications_undecided: 1 }, ['overdue: warning'], 1],
    ['a whistle is not concluded in time', { zd_whistles_unconcluded: 1 }, ['overdue: warning'], 1],
    ['a knowledge entry is due for review', { zd_knowledge_reviews_due: 1 }, ['overdue: warning'], 1],
    ["next year's holidays are due", { zd_holidays_missing: 1 }, ['calendar: warning'], 1],
    ['a disk of files is filling up', { free: 9 }, ['disks: warning'], 1],
    ['a disk of files is full', { free: 2 }, ['disks: broken'], 2],
    ['a key is two years old', { made: WELL.made - 2 * 365 * 86_400 }, ['keys: warning'], 1],
    ['a clock is wrong', { zd_clock_offset_seconds: -90 }, ['clocks: broken'], 2],
  ])('complains of exactly that when %s, and says what to do', async (_, ill, expected, exitCode) => {
    house = { ...WELL, ...ill };
    const said = await look();
    house = { ...WELL };
    expect([complaints(said), said.exitCode]).toEqual([expected, exitCode]);
    const [finding] = said.results.find(({ level }) => level !== 'well')?.findings.filter(({ fix }) => fix) ?? [];
    expect(finding?.fix).toEqual({ zh: expect.stringMatching(/\p{Script=Han}|docker/u), en: expect.any(String) });
  });

  it.each<[string, string, string, string]>([
    ...['database', 'files'].flatMap((part): [string, string, string, string][] => [
      [
        `the last back-up of the ${part} is of the night before`,
        `update backup set taken_at = now() - interval '40 hours' where part = '${part}'`,
        'update backup set taken_at = now()',
        'backup: warning',
      ],
      [
        `nobody ever backed the ${part} up`,
        `create table kept as table backup; delete from backup where part = '${part}'`,
        'truncate backup; insert into backup table kept; drop table kept',
        'backup: warning',
      ],
    ]),
    [
      'the signing key is a year old',
      `insert into signing_key values ('old', '', now() - interval '1 year')`,
      `delete from signing_key`,
      'keys: warning',
    ],
  ])('complains of exactly that when %s', async (_, before, after, expected) => {
    await stack.sql('gateway', before);
    const said = await look();
    await stack.sql('gateway', after);
    expect(complaints(said)).toEqual([expected]);
  });

  it('looks at the disks that it is told of', async () => {
    const disks = async (env: Readonly<Record<string, string>>) => complaints(await look(env));
    expect(await disks({ DOCTOR_DISKS: 'postgres=/,backups=/tmp', DOCTOR_DISK_FREE_PERCENT: '1' })).toEqual([]);
    expect(await disks({ DOCTOR_DISKS: 'backups=/not/there' })).toEqual(['disks: unknown']);
  });

  it('tells of the rest when half of the house is down, within its time', async () => {
    const away = { EVALUATION_URL: 'http://127.0.0.1:9', NATS_URL: 'nats://127.0.0.1:9' };
    const unknown = ['outbox', 'consumers', 'dead-letters'].map((name) => `${name}: unknown`);
    expect(complaints(await report(away))).toEqual(['broker: broken', 'services: broken', ...unknown]);
    await stack.stopPostgres();
    const said = await report();
    await stack.startPostgres();
    expect(said.exitCode).toBe(2);
    expect(complaints(said)).toEqual(expect.arrayContaining(['database: broken', 'audit-chain: unknown', 'backup: unknown']));
    expect(said.results.find(({ check }) => check === 'dead-letters')?.level).toBe('well');
  });

  it('prints no secret, whatever is down', async () => {
    const env = { DATABASE_URL: 'postgres://gateway:open-sesame@127.0.0.1:9/none', EVALUATION_URL: 'http://127.0.0.1:9' };
    const said = [await run([], env), await run(['--json'], env)].map(({ stdout, stderr }) => stdout + stderr).join('');
    for (const secret of ['open-sesame', ...Object.values(stack.secrets)]) expect(said).not.toContain(secret);
  });

  it('says what is wrong with what it was asked, or told', async () => {
    expect(await run(['--only', 'tea-leaves'])).toMatchObject({ code: 2, stdout: expect.stringContaining('Usage: doctor') });
    expect(await run([], { INTAKE_URL: 'nowhere' })).toMatchObject({ code: 2, stderr: expect.stringContaining('INTAKE_URL') });
    expect(await run(['--only', 'database', '--json'])).toMatchObject({ code: 0, stdout: expect.not.stringContaining('broker') });
  });
});

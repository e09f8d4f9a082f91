import { parseArgs } from 'node:util';
import { createDataSource, Transactor } from '@zero-distance/persistence';
import type { CheckTools } from './doctor/check.js';
import { CHECKS } from './doctor/checks.js';
import { type DoctorConfig, readDoctorConfig } from './doctor/doctor-config.js';
import { examine, exitCodeOf, table } from './doctor/examination.js';
import { askHouse } from './doctor/house.js';
import { ENTITIES } from './entities.js';

const USAGE = `Usage: doctor [--json] [--only <check>]… [--known-head <position>:<hash>]…

Asks every service, the database and the broker how they are, changes nothing, and says what to do about what is wrong.
Exits with 0 when all is well, 1 when something wants attention or could not be asked, 2 when something is broken.
--json prints one JSON document. --known-head is a head of the audit trail that was kept elsewhere: from the log, or from
GET /api/gateway/v1/audit/head; may be given several times, as --only.
Checks: ${CHECKS.map(({ name }) => name).join(', ')}`;

const HEAD = /^\d+:[0-9a-f]{64}$/;
const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  only: { type: 'string', multiple: true },
  'known-head': { type: 'string', multiple: true },
} as const;

async function doctor(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { json, only = CHECKS.map(({ name }) => name), 'known-head': knownHeads = [] } = values;
  const isAsked = only.every((each) => CHECKS.some(({ name }) => name === each)) && knownHeads.every((head) => HEAD.test(head));
  if (values.help || !isAsked) {
    process.stdout.write(`${USAGE}\n`);
    return values.help ? 0 : 2;
  }
  const config = readDoctorConfig(process.env);
  const database = openDatabase(config);
  const asked = once(() => askHouse(config));
  const tools: CheckTools = { config, knownHeads, house: asked, transactor: database.transactor };
  const results = await examine(
    CHECKS.filter(({ name }) => only.includes(name)),
    tools,
  );
  const code = exitCodeOf(results);
  process.stdout.write(`${json ? JSON.stringify({ at: new Date().toISOString(), exitCode: code, results }, null, 2) : table(results)}\n`);
  return code;
}

/** Connects when the first check asks. The process ends after the answer, whatever a dead server still holds. */
function openDatabase({ databaseUrl }: DoctorConfig): { transactor: () => Promise<Transactor> } {
  const dataSource = createDataSource({ service: 'gateway', databaseUrl, poolSize: 2, entities: ENTITIES });
  return { transactor: once(async () => new Transactor(await dataSource.initialize())) };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** Ends the process: a server that does not answer must not keep it. */
function end(code: number): void {
  process.stdout.write('', () => process.exit(code));
}

doctor(process.argv.slice(2)).then(end, (error: Error) => {
  process.stderr.write(`${error.message}\n`);
  end(2);
});

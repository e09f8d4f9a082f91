import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import {
  Children,
  findNatsServer,
  freePort,
  generateSecrets,
  migrate,
  postgresHome,
  ROOT,
  removeDirectory,
  startNats,
  startPostgres,
} from '@zero-distance/local-stack';
import { announce, TEMPLATE, type TestRun } from './test-run.js';

/**
 * Starts the run's Postgres and makes the templates: a migrated database and a NATS directory with its streams.
 * @returns ends the server and removes everything
 */
export async function prepareRun(): Promise<() => Promise<void>> {
  const directory = mkdtempSync(`${tmpdir()}/zero-distance-test-`);
  chmodSync(directory, 0o755); // as root, Postgres runs as another user
  const children = new Children(directory, { temporary: true });
  const end = async () => {
    await children.stop();
    removeDirectory(directory);
  };
  try {
    const run = await start(children, directory);
    writeFileSync(`${directory}/run.json`, JSON.stringify(run), { mode: 0o600 });
    announce(`${directory}/run.json`);
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}

async function start(children: Children, directory: string): Promise<TestRun> {
  const secrets = generateSecrets();
  const home = postgresHome(directory);
  const natsServer = await findNatsServer({ cache: `${ROOT}/.cache/nats-server`, note: console.warn });
  const natsTemplate = `${directory}/nats-template`;
  const [postgres, nats] = await Promise.all([
    startPostgres({ children, home, port: await freePort(), password: secrets.POSTGRES_PASSWORD ?? '', fast: true }),
    startNats({ children, server: natsServer, directory: natsTemplate, port: await freePort(), passwords: secrets }),
  ]);
  const adminUrl = postgres.adminUrl.replace(/[^/]*$/, TEMPLATE);
  await migrate({ adminUrl, natsUrl: nats.url, secrets });
  await nats.child.stop();
  return { directory, adminUrl, postgresHome: home, natsServer, natsTemplate, secrets };
}

import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import {
  Children,
  copyDirectory,
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
import { makeDistrict } from './make-district.js';
import { placeOfRun } from './place-of-run.js';
import { announce, clusterOf, streamsOf, type TestRun, templateOf } from './test-run.js';

/**
 * Starts the run's Postgres and makes the templates: a migrated database and a NATS directory with its streams.
 * @param options.district both with the demo district besides, for stacks that begin with it
 * @param options.inMemory on a file system in memory where there is room; not for what measures a disk
 * @returns ends the server and removes everything
 */
export async function prepareRun({ district = false, inMemory = false } = {}): Promise<() => Promise<void>> {
  const directory = mkdtempSync(`${placeOfRun({ inMemory })}/zero-distance-test-`);
  chmodSync(directory, 0o755); // as root, Postgres runs as another user
  const children = new Children(directory, { temporary: true });
  const end = async () => {
    await children.stop();
    removeDirectory(directory);
  };
  try {
    const { run, keepCluster } = await start(children, directory);
    writeFileSync(`${directory}/run.json`, JSON.stringify(run), { mode: 0o600 });
    announce(`${directory}/run.json`);
    if (district) await makeDistrict();
    await keepCluster();
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}

async function start(children: Children, directory: string): Promise<{ run: TestRun; keepCluster: () => Promise<void> }> {
  const secrets = generateSecrets();
  const home = postgresHome(directory);
  const natsServer = await findNatsServer({ cache: `${ROOT}/.cache/nats-server`, note: console.warn });
  const password = secrets.POSTGRES_PASSWORD ?? '';
  const port = await freePort();
  const startServer = () => startPostgres({ children, home, port, password, fast: true });
  const [postgres, nats] = await Promise.all([
    startServer(),
    startNats({ children, server: natsServer, directory: streamsOf(directory, 'empty'), port: await freePort(), passwords: secrets }),
  ]);
  const adminUrl = postgres.adminUrl.replace(/[^/]*$/, templateOf('empty'));
  await migrate({ adminUrl, natsUrl: nats.url, secrets });
  await nats.child.stop();
  const keepCluster = async () => {
    await postgres.child.stop();
    await copyDirectory(home.data, clusterOf(home));
    await startServer();
  };
  return { run: { directory, adminUrl, postgresHome: home, natsServer, secrets }, keepCluster };
}

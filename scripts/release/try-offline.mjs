// Makes the archive for machines without a network and tries it on one: unpacked in a network namespace that has none, it starts and does
// what docs/chains/request.md does. For root alone; `.ci/run` runs it.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { commandsOf } from '../page-commands.mjs';
import { fail, PlainError, ROOT, untilSignalled } from '../run.mjs';
import { packOffline } from './offline.mjs';

const CHECK = 'if [ "$1" != "$2" ]; then echo "the page says $1, but it printed $2" >&2; exit 1; fi';

async function tryOffline(signal) {
  const work = mkdtempSync(`${tmpdir()}/zero-distance-try-offline-`);
  chmodSync(work, 0o755); // Postgres runs as another user
  try {
    const archive = await packOffline(work, signal);
    must('tar', ['-C', work, '-xzf', archive]);
    const [name] = readdirSync(work).filter((each) => archive.endsWith(`/${each}.tar.gz`));
    const page = `${work}/page.sh`;
    writeFileSync(page, commandsOf(`${work}/${name}/docs/chains/request.md`, `${work}/data/demo.env`, CHECK));
    must('unshare', ['--net', 'bash', `${ROOT}/scripts/release/without-network.sh`, `${work}/${name}`, `${work}/data`, page]);
  } finally {
    const { removeDirectory } = await import(`${ROOT}/libs/local-stack/dist/index.js`);
    removeDirectory(`${work}/data`); // with what Postgres, as another user, has outside of it
    rmSync(work, { recursive: true, force: true });
  }
}

function must(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/nonexistent' } });
  if (status !== 0) throw new PlainError(`${command} ended with ${status}`);
}

tryOffline(untilSignalled().signal).then(() => process.exit(0), fail);

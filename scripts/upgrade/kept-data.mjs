// `node scripts/upgrade/kept-data.mjs <commit>`: lets a version of this repository run as `npm start` runs it, does in it all that its own
// pages of commands do, leaves some matters open, and keeps what it then has: database, files, what its lists show, and the keys to read it.
// `npm run release` keeps so what the released version leaves behind, and the next ones are tried with it (deploy/test/upgrade.int.spec.ts).
import { execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { commandsOf } from '../page-commands.mjs';
import { fail, PlainError, ROOT, run } from '../run.mjs';
import { setup } from '../setup.mjs';
import { keysOf, listsOf } from './lists.mjs';

/** What the last version left behind. */
export const KEPT_DATA = `${ROOT}/scripts/upgrade/last-release.json.br`;

/** A first start installs and builds. */
const START_LIMIT_MS = 600_000;
const PAGE_LIMIT_MS = 120_000;
/** The pages that count something come before those that add to it. */
const FIRST = ['request', 'dispute', 'hazard'];

/**
 * @param {string} commit of the version
 * @param {string} name what it is called
 */
export async function keepDataOf(commit, name) {
  await setup({ projects: ['libs/testing'] }); // what dumps is this version's
  const { findPostgresClient } = await import(`${ROOT}/libs/testing/dist/index.js`);
  const { outsideOf, removeDirectory } = await import(`${ROOT}/libs/local-stack/dist/index.js`);
  const client = await findPostgresClient();
  if (!client) throw new PlainError('there is no pg_dump of Postgres 18 to be had');
  const work = mkdtempSync(`${tmpdir()}/zero-distance-kept-`);
  const tree = `${work}/tree`;
  await must('git', ['worktree', 'add', '--detach', tree, commit]);
  let product;
  try {
    chmodSync(work, 0o755); // as root, Postgres runs as another user
    product = await start(tree, `${work}/data`);
    const { url, token, ...left } = await workIn(tree, `${work}/data`);
    const lists = await shownBy(url, token); // before the dump, which has then all of it
    const secrets = JSON.parse(readFileSync(`${work}/data/secrets.json`, 'utf8'));
    const sql = await dump(client, [`${work}/data`, outsideOf(`${work}/data`)], secrets.POSTGRES_PASSWORD);
    const kept = { version: name, left, keys: keysIn(secrets), lists, files: filesIn(`${work}/data/files`), sql };
    writeFileSync(KEPT_DATA, brotliCompressSync(JSON.stringify(kept), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  } finally {
    await product?.stop();
    await must('git', ['worktree', 'remove', '--force', tree]);
    removeDirectory(`${work}/data`);
    rmSync(work, { recursive: true, force: true });
  }
}

async function must(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new PlainError(`${command} ${args[0]}: ${output.trim().slice(-2_000)}`);
  return output;
}

/** `npm start` of that version, until it has written what its pages begin with. */
async function start(tree, data) {
  console.log('starting that version …');
  const child = spawn(process.execPath, [`${tree}/scripts/start.mjs`, '--data', data], {
    cwd: tree,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  for (const limit = Date.now() + START_LIMIT_MS; !existsSync(`${data}/demo.env`); await delay(500)) {
    if (child.exitCode === null && Date.now() < limit) continue;
    await stop();
    throw new PlainError('that version did not start');
  }
  return { stop };
}

/** Its pages, then what is left open; gives what that printed. */
async function workIn(tree, data) {
  const pages = readdirSync(`${tree}/docs/chains`).map((file) => file.replace(/\.md$/, ''));
  const bash = (script) => promisify(execFile)('bash', ['-c', script], { cwd: tree, timeout: PAGE_LIMIT_MS });
  for (const page of [...FIRST, ...pages.filter((each) => !FIRST.includes(each))]) {
    console.log(`doing what docs/chains/${page}.md does …`);
    await bash(commandsOf(`${tree}/docs/chains/${page}.md`, `${data}/demo.env`, ':')); // its own tests have compared what it prints
  }
  const { stdout } = await bash(`set -euo pipefail\n. ${data}/demo.env\n. ${ROOT}/scripts/upgrade/left-open.sh`);
  return JSON.parse(stdout);
}

/** What each list shows, by path. */
async function shownBy(url, token) {
  const get = async (path) => (await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })).json();
  const lists = (await Promise.all(readdirSync(`${ROOT}/services`).map((service) => listsOf(service, get)))).flat();
  const shown = [];
  for (const list of lists) shown.push([list.path, await keysOf(list, get)]);
  return Object.fromEntries(shown);
}

/** The database as statements that any client can run. */
async function dump(client, places, password) {
  const home = places.find((place) => existsSync(`${place}/postgres/postmaster.pid`));
  const [, , , port] = readFileSync(`${home}/postgres/postmaster.pid`, 'utf8').split('\n');
  const url = `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/zero_distance`;
  const { stdout } = await promisify(execFile)(`${client}/pg_dump`, ['--rows-per-insert=500', '-d', url], { maxBuffer: 256 * 1024 * 1024 });
  return stdout.replaceAll(/^\\(?:un)?restrict .*$/gm, ''); // of psql alone
}

/** What its services had stored, by path. */
function filesIn(directory) {
  if (!existsSync(directory)) return {};
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, path, name }) => `${parentPath ?? path}/${name}`);
  return Object.fromEntries(paths.map((path) => [path.slice(directory.length + 1), readFileSync(path, 'base64')]));
}

/** What the data was sealed and hashed with; passwords are of the servers and stay there. */
const keysIn = (secrets) => Object.fromEntries(Object.entries(secrets).filter(([name]) => !name.endsWith('PASSWORD')));

if (process.argv[1] === import.meta.filename) {
  const [commit = 'HEAD'] = process.argv.slice(2);
  await must('git', ['rev-parse', '--short', commit])
    .then((found) => keepDataOf(commit, `the commit ${found.trim()}`))
    .catch(fail);
}

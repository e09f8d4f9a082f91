// Installs the packages, builds, and puts together what ships, each only when something changed. `npm start` and `npm test` begin with it.
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { PlainError, ROOT, run } from './run.mjs';

const STAMP = `${ROOT}/node_modules/.zero-distance-installed`;
const GIGABYTE = 1024 ** 3;
const SPACE_TO_INSTALL = 1.5 * GIGABYTE;
const SPACE_TO_RUN = 0.3 * GIGABYTE;

/**
 * Brings packages, each workspace's `dist` and the whole's up to date; with `projects`, only the `dist` of those and what they are made of.
 * @param {{ signal?: AbortSignal, note?: (line: string) => void, projects?: readonly string[] }} options
 * @throws {PlainError} in one sentence when a step fails
 */
export async function setup({ signal, note = console.log, projects = [] } = {}) {
  const installed = isInstalled();
  requireSpace(installed ? SPACE_TO_RUN : SPACE_TO_INSTALL);
  if (!installed) {
    await install(signal, note);
    writeFileSync(STAMP, fingerprint());
  }
  await build(signal, note, projects);
  if (projects.length > 0) return;
  const { bundle } = await import('./bundle.mjs'); // only now: its bundler may just have been installed
  await bundle();
  stopIfAsked(signal);
}

/** Whether the packages are those that the lockfile and the package.json files ask for. */
export const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();

/** What decides whether to install again: the lockfile and every package.json. */
function fingerprint() {
  const workspaces = ['libs', 'services'].flatMap((folder) => readdirSync(`${ROOT}/${folder}`).map((name) => `${folder}/${name}`));
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...['.', 'deploy', 'bench', 'web', ...workspaces].map((folder) => `${folder}/package.json`),
  ];
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of files) if (existsSync(`${ROOT}/${file}`)) hash.update(file).update(readFileSync(`${ROOT}/${file}`));
  return hash.digest('hex');
}

/**
 * @param {number} bytes needed
 * @param {{ bavail: number, bsize: number }} disk free blocks and their size
 * @throws {PlainError} when the disk has fewer
 */
export function requireSpace(bytes, { bavail, bsize } = statfsSync(ROOT)) {
  if (bavail * bsize >= bytes) return;
  const gigabytes = (value) => (value / GIGABYTE).toFixed(1);
  throw new PlainError(
    `There is too little space on the disk of ${ROOT}: ${gigabytes(bavail * bsize)} GB free, ${gigabytes(bytes)} GB needed.`,
  );
}

async function install(signal, note) {
  const { packageManager } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
  const progress = everySeconds(5, note);
  const areThere = existsSync(`${ROOT}/node_modules/.modules.yaml`); // pnpm's own record of what it has put there
  note(areThere ? 'bringing the packages up to date …' : 'installing the packages (about half a minute the first time) …');
  const args = ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'];
  const { code, output } = await run('npx', args, {
    signal,
    env: { npm_config_loglevel: 'error', CI: 'true', ...homeToInstallFrom() }, // CI: never ask
    onLine: (line) => line.startsWith('Progress:') && progress(`  ${line}`),
  });
  stopIfAsked(signal);
  if (code !== 0) throw new PlainError(whyInstallFailed(output));
}

/**
 * Where npm and pnpm keep what they fetch: as they like, or in the clone for a user who has no home to write to (a service's).
 * @returns {Record<string, string>} what to change in their environment
 */
export function homeToInstallFrom(home = homedir()) {
  try {
    accessSync(home, constants.W_OK);
    return {};
  } catch {
    const own = `${ROOT}/.cache/home`;
    mkdirSync(own, { recursive: true });
    return { HOME: own, npm_config_cache: `${own}/.npm` }; // `npm start` has told its children of the cache in the home
  }
}

/**
 * What a person can do about an installation that failed, in one sentence; pnpm's own last lines when nobody foresaw it.
 * @param {string} output of npx and pnpm
 * @returns {string}
 */
export function whyInstallFailed(output) {
  const words = output.replaceAll(/[\s│]+/g, ' '); // pnpm breaks its sentences into lines of 80
  const why = [
    [/ENOSPC|os error 28\b/, 'the disk is full.'],
    [
      /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|error sending request/,
      'the package registry cannot be reached: is there a network?',
    ],
    [/OUTDATED_LOCKFILE/, 'pnpm-lock.yaml does not fit the package.json files: run "npx pnpm install" and commit the lockfile.'],
    [/EACCES|EPERM|os error 13\b/, 'this user may not write here, or not in its own home directory.'],
  ].find(([pattern]) => pattern.test(words));
  return `The packages could not be installed: ${why ? why[1] : `pnpm says:\n${tail(output)}`}`;
}

async function build(signal, note, projects) {
  const began = Date.now();
  const waiting = setInterval(() => note(`  building … ${Math.round((Date.now() - began) / 1000)} s`), 10_000);
  if (!existsSync(`${ROOT}/libs/local-stack/dist`)) note('building …');
  const { code, output } = await run(process.execPath, [`${ROOT}/node_modules/typescript/bin/tsc`, '-b', ...projects], { signal });
  clearInterval(waiting);
  stopIfAsked(signal);
  if (code === 0) return;
  throw new PlainError(/ENOSPC/.test(output) ? 'The build failed: the disk is full.' : `The build failed:\n${compilerErrors(output)}`);
}

/** The first of the compiler's errors, each without its explanation. */
function compilerErrors(output) {
  const errors = output.split('\n').filter((line) => / error TS\d+/.test(line));
  const more = errors.length > 10 ? [`… and ${errors.length - 10} more`] : [];
  return errors.length > 0 ? [...errors.slice(0, 10), ...more].join('\n') : tail(output);
}

const stopIfAsked = (signal) => {
  if (signal?.aborted) process.exit(0);
};

const tail = (output) => output.trimEnd().split('\n').slice(-15).join('\n');

/** Lets one line through in so many seconds. */
function everySeconds(seconds, note) {
  let last = Date.now();
  return (line) => {
    if (Date.now() - last < seconds * 1000) return;
    last = Date.now();
    note(line);
  };
}

// The browser of the end-to-end tests. Found before they start (prepare-tests.mjs): two test files that fetch it at once would break it for both.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
/** Kept out of the packages, which everybody installs: 70 MB that a machine with a browser does not need. */
const FROM_NPM = { name: '@sparticuz/chromium', version: '153.0.0', folder: `${ROOT}/.cache/chromium` };

const ARGS = [
  '--no-sandbox', // as root, as which CI runs, there is no other way
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium of this machine, else the one that npm carries for Linux; undefined where neither can be had.
 * @returns {Promise<{ readonly path: string, readonly args: readonly string[] } | undefined>}
 */
export async function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const path = folders.flatMap((folder) => NAMES.map((name) => `${folder}/${name}`)).find(existsSync);
  if (path) return { path, args: ARGS };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    return await fromNpm();
  } catch (error) {
    console.warn(`no Chromium from npm either: ${String(error)}`);
    return undefined;
  }
}

async function fromNpm() {
  const { name, folder } = FROM_NPM;
  if (!existsSync(folder)) install(FROM_NPM);
  const { default: made } = await import(pathToFileURL(`${folder}/node_modules/${name}/build/index.js`).href);
  return { path: await made.executablePath(), args: [...made.args, ...ARGS] };
}

/** Whole or not at all: an install that was interrupted is not taken for one. */
function install({ name, version, folder }) {
  mkdirSync(`${ROOT}/.cache`, { recursive: true });
  const meanwhile = mkdtempSync(`${folder}-`);
  try {
    const args = ['install', '--prefix', meanwhile, '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`];
    execFileSync('npm', args, { stdio: 'ignore', timeout: 120_000 });
    renameSync(meanwhile, folder);
  } finally {
    rmSync(meanwhile, { recursive: true, force: true });
  }
}

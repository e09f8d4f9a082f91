// `npm run release -- --offline [directory]`: one archive with which this version runs on a machine like this one without a network: what
// ships, Node, Postgres, nats-server, the program that starts them all, and the pages for operators. docs/operators, "Without a network".
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { imageNode } from '../image-node.mjs';
import { licencesOf } from '../licences.mjs';
import { PlainError, ROOT, run } from '../run.mjs';

/** Of the repository, besides what is built: what the start reads, and what operators do. */
const TRACKED = ['data', 'deploy', 'docs', 'docker-compose.yml', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE'];
const SCRIPTS = ['doctor.mjs', 'configuration.mjs', 'run.mjs', 'node-version.mjs'];
const STACK = 'libs/local-stack';

/** What is run by hand: its name and the module behind it. */
const COMMANDS = { start: `${STACK}/dist/start.js`, doctor: 'scripts/doctor.mjs', configuration: 'scripts/configuration.mjs' };

/**
 * Makes the archive; everything has to be built.
 * @param {string} directory where it is put
 * @returns {Promise<string>} its path
 */
export async function packOffline(directory, signal) {
  const { version } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
  const name = `zero-distance-${version}-${process.platform}-${process.arch}`;
  const work = mkdtempSync(`${tmpdir()}/zero-distance-offline-`);
  const to = `${work}/${name}`;
  try {
    mkdirSync(`${to}/bin`, { recursive: true });
    await copyTracked(to);
    for (const script of SCRIPTS) cpSync(`${ROOT}/scripts/${script}`, `${to}/scripts/${script}`);
    cpSync(`${ROOT}/dist`, `${to}/dist`, { recursive: true });
    copyStack(to);
    await copyPrograms(to, signal);
    for (const [command, module] of Object.entries(COMMANDS)) writeCommand(`${to}/${command}`, module);
    const archive = `${resolve(directory)}/${name}.tar.gz`;
    await must('tar', ['-C', work, '-czf', archive, name]);
    return archive;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function must(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new PlainError(`${command} ${args[0]}: ${output.trim().slice(-2_000)}`);
  return output;
}

async function copyTracked(to) {
  const files = (await must('git', ['ls-files', '-z', ...TRACKED])).split('\0').filter(Boolean);
  for (const file of files) cpSync(`${ROOT}/${file}`, `${to}/${file}`);
}

/** The program that starts everything, with the packages that it needs beside it. */
function copyStack(to) {
  const packages = packagesOf(`${ROOT}/${STACK}`);
  for (const part of ['dist', 'package.json']) cpSync(`${ROOT}/${STACK}/${part}`, `${to}/${STACK}/${part}`, { recursive: true });
  for (const [name, folder] of packages) {
    const own = folder.startsWith(`${ROOT}/libs/`)
      ? (file) => !/\/(?:node_modules|src|test)(?:\/|$)/.test(file.slice(folder.length))
      : undefined;
    cpSync(folder, `${to}/${STACK}/node_modules/${name}`, { recursive: true, verbatimSymlinks: true, filter: own });
  }
  const others = [...packages.values()].filter((folder) => folder.includes('/node_modules/'));
  writeFileSync(`${to}/${STACK}/THIRD-PARTY.txt`, licencesOf(others));
}

/**
 * The packages that a folder's package needs, and those that these need, wherever pnpm has put them.
 * @returns {Map<string, string>} name → folder
 * @throws when two versions of one are needed: they could not lie side by side
 */
function packagesOf(folder, found = new Map()) {
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const path = placeOf(name, folder);
    if (!path && name in optionalDependencies) continue; // for another machine than this one
    if (!path) throw new PlainError(`${name} is not installed`);
    if (found.has(name) && found.get(name) !== path) throw new PlainError(`two versions of ${name} are needed`);
    if (found.has(name)) continue;
    found.set(name, path);
    packagesOf(path, found);
  }
  return found;
}

/** As Node looks for it: in the folder's own packages, then in those around it. */
function placeOf(name, folder) {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    if (existsSync(`${at}/node_modules/${name}`)) return realpathSync(`${at}/node_modules/${name}`);
  }
  return undefined;
}

/** Node as the image has it, for which what ships is compiled again, and the broker. */
async function copyPrograms(to, signal) {
  const { findNatsServer, NODE_FLAGS } = await import(`${ROOT}/${STACK}/dist/index.js`);
  const node = await imageNode(signal);
  const nats = await findNatsServer({ cache: `${ROOT}/.cache/nats-server`, note: console.log, signal });
  for (const [name, path] of Object.entries({ node, 'nats-server': await pathOf(nats) })) {
    cpSync(realpathSync(path), `${to}/bin/${name}`);
    chmodSync(`${to}/bin/${name}`, 0o755);
  }
  const licence = [`${dirname(node)}/LICENSE`, `${dirname(dirname(node))}/LICENSE`].find(existsSync);
  if (licence) cpSync(licence, `${to}/bin/LICENSE.node`);
  await must(`${to}/bin/node`, [...NODE_FLAGS, `${ROOT}/scripts/compile.mjs`, `${to}/dist`], { signal });
}

/** A program of PATH is found by its name alone. */
const pathOf = async (program) => (existsSync(program) ? program : (await must('sh', ['-c', 'command -v "$0"', program])).trim());

function writeCommand(path, module) {
  const lines = ['#!/bin/sh', 'here=$(cd "$(dirname "$0")" && pwd)', `PATH="$here/bin:$PATH" exec node "$here/${module}" "$@"`];
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o755 });
}

/** `12.3` of a file of so many million bytes. */
export const megabytes = (path) => (statSync(path).size / 1e6).toFixed(1);

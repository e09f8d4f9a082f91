// `npm run release -- 1.2.3`: writes the version everywhere, makes the changelog's unreleased part the notes of it, and commits and tags that.
// Nothing is pushed. What the version leaves behind is kept with it, for the test of upgrades. `--dry-run` only shows the notes.
// `npm run release -- --offline [directory]` makes the archive of the version at hand for machines without a network.
import './node-version.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { changelogFaults, newerThan, released, VERSION_PLACES } from './release/version.mjs';
import { fail, PlainError, ROOT, run, untilSignalled } from './run.mjs';

const read = (file) => readFileSync(`${ROOT}/${file}`, 'utf8');

/** Runs git; its output. */
async function git(...args) {
  const { code, output } = await run('git', args);
  if (code !== 0) throw new PlainError(`git ${args[0]}: ${output.trim()}`);
  return output.trim();
}

async function release() {
  const [version = '', ...options] = process.argv.slice(2);
  if (version === '--offline') return offline(options[0] ?? '.');
  const { version: last } = JSON.parse(read('package.json'));
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new PlainError('which one? npm run release -- 1.2.3');
  if (!newerThan(version, last)) throw new PlainError(`${version} is not newer than ${last}`);
  const [fault] = changelogFaults(read('CHANGELOG.md'));
  if (fault) throw new PlainError(`CHANGELOG.md: ${fault}`);
  const { changelog, notes } = released(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10));
  if (notes === '') throw new PlainError('CHANGELOG.md has nothing unreleased');
  if (options.includes('--dry-run')) return console.log(notes);
  if (await git('status', '--porcelain')) throw new PlainError('there are changes that are not committed');
  await keepData(version);
  for (const [file, pattern] of VERSION_PLACES) writeFileSync(`${ROOT}/${file}`, read(file).replace(pattern, `$1${version}$2`));
  writeFileSync(`${ROOT}/CHANGELOG.md`, changelog);
  await git('commit', '--all', '--message', `Release ${version}`);
  await git('tag', '--annotate', `v${version}`, '--message', `Zero Distance ${version}\n\n${notes}`, '--cleanup', 'verbatim');
  console.log(`${notes}\n\nv${version} is tagged. Once its tests have passed: git push --follow-tags`);
}

/** What the next version is tried with: made by what is committed, whose number alone is still the last one's. */
async function keepData(version) {
  const { keepDataOf } = await import('./upgrade/kept-data.mjs');
  await keepDataOf('HEAD', version);
}

async function offline(directory) {
  const { signal } = untilSignalled();
  const { setup } = await import('./setup.mjs');
  await setup({ signal });
  const { megabytes, packOffline } = await import('./release/offline.mjs');
  const archive = await packOffline(directory, signal);
  console.log(`${archive}, ${megabytes(archive)} MB`);
}

release().catch(fail);

import { readdirSync, readFileSync } from 'node:fs';

/** @returns {string | undefined} the folder of the package that a file is of; undefined for our own */
export const packageOf = (file) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];

/**
 * What the licences of packages ask to be told with their code: name, version, licence and its text, with notices.
 * @param {readonly string[]} folders of the packages
 * @throws when a package says nothing about its licence
 */
export function licencesOf(folders) {
  const told = new Map(folders.map(describe));
  return [...told]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([title, texts]) => `${title}\n\n${texts}`)
    .join(`\n\n${'='.repeat(80)}\n\n`);
}

/** @returns {[string, string]} the same version of a package may be in several folders */
function describe(folder) {
  const { name, version, license, author, homepage } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  if (!license && files.length === 0) throw new Error(`${name} ${version} says nothing about its licence`);
  const texts = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim());
  const by = typeof author === 'object' ? author?.name : author;
  const origin = [license && `Licence: ${license}`, by && `by ${by}`, homepage].filter(Boolean).join(', ');
  return [`${name} ${version}`, [origin, ...texts].join('\n\n')];
}

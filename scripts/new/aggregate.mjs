// A new aggregate: the files of the idiom (decision 29) with a state table of two states, and the lines that put it into its service.
import { readdirSync, readFileSync } from 'node:fs';
import { PlainError } from '../run.mjs';
import { edit, requireService } from './house.mjs';
import { fill, formsOf, pluralOf, requireKebab, requirePlain } from './names.mjs';
import { addImport, addToList, insertBefore, placeOf } from './places.mjs';

const TEMPLATES = new URL('./templates/', import.meta.url);
const template = (name) => readFileSync(new URL(`${name}.tmpl`, TEMPLATES), 'utf8');
/** The files that stand in the noun's folder: `noun.store.ts` and so on. */
const OF_THE_FOLDER = readdirSync(TEMPLATES)
  .filter((name) => name.startsWith('noun.'))
  .map((name) => name.replace('.tmpl', ''));

/**
 * @param {ReturnType<import('./house.mjs').houseAt>} house
 * @param {readonly [service?: string, place?: string]} names `place`: the noun, behind its quarter where the service has some
 * @param {{ plural?: string, zh?: string, role?: string }} options
 * @returns {Map<string, string>} what to write, by path
 * @throws {PlainError} in one line when the house cannot take it
 */
export function planAggregate(house, [service, place], { plural, zh, role = 'administrator' }) {
  requireService(house, service);
  const { quarter, noun } = placeIn(house, service, place);
  const nouns = plural ?? pluralOf(noun);
  requireKebab(nouns, 'plural');
  if (zh !== undefined) requirePlain(zh);
  if (!house.roles().includes(role)) throw new PlainError(`there is no role "${role}": one of ${house.roles().join(', ')}`);
  const index = `services/${service}/src/migrations/index.ts`;
  const time = timeAfter(house.read(index));
  const forms = formsOf({ service, quarter, noun, plural: nouns, zh: zh ?? noun.replaceAll('-', ' '), role, time });
  requireNew(house, service, forms);

  const folder = `services/${service}/src/${quarter ? `${quarter}/` : ''}${noun}`;
  const planned = new Map(OF_THE_FOLDER.map((name) => [`${folder}/${name.replace(/^noun/, noun)}`, fill(template(name), forms)]));
  planned.set(`services/${service}/src/migrations/${time}-${noun}.ts`, fill(template('migration.ts'), forms));
  planned.set(`libs/contracts/src/events/${service}.${noun}.ts`, fill(template('events.ts'), forms));
  registerInHouse(house, planned, forms);
  registerInService(house, planned, forms, quarter ? `./${quarter}/${noun}` : `./${noun}`);
  return planned;
}

function placeIn(house, service, place) {
  const [noun, quarter, ...more] = (place ?? '').split('/').reverse();
  requireKebab(noun, 'noun');
  const quarters = house.quarters(service);
  const isRight = more.length === 0 && (quarters.length > 0 ? quarters.includes(quarter) : quarter === undefined);
  if (isRight) return { quarter, noun };
  const how = quarters.length > 0 ? `stand in a quarter, ${quarters.map((name) => `${name}/${noun}`).join(' or ')}` : 'stand in no quarter';
  throw new PlainError(`the nouns of ${service} ${how}: "${place}" is no place for one`);
}

function requireNew(house, service, { noun, NOUN, nounsCamel }) {
  if (house.hasNoun(service, noun)) throw new PlainError(`${service} has a folder "${noun}" already`);
  const isTold = house.has(`libs/contracts/src/events/${service}.${noun}.ts`);
  if (isTold || new RegExp(`\\b${NOUN}_EVENTS\\b`).test(house.read('libs/contracts/src/events.ts')))
    throw new PlainError(`the contracts have ${NOUN}_EVENTS already: call the noun by another word`);
  const rows = house.read(`libs/platform/src/access/${service}.ts`);
  if (rows.includes(`'${nounsCamel}.`)) throw new PlainError(`the access table has "${service}.${nounsCamel}" already: give --plural`);
}

/** Now, but behind the last migration of the service, be it one that all services share. */
const timeAfter = (index) => Math.max(Date.now(), ...[...index.matchAll(/\b[A-Z]\w*?(\d{13})\b/g)].map(([, time]) => Number(time) + 1000));

/** Where all services' things are put together. */
function registerInHouse(house, planned, forms) {
  const { service, noun, noun_, NOUN, nounsCamel, role } = forms;
  const change = (path, how) => edit(house, planned, path, how);
  change('libs/contracts/src/events.ts', (text) => {
    const imported = addImport(text, `import { ${NOUN}_EVENTS } from './events/${service}.${noun}.js';`);
    return insertBefore(imported, / {2}\.\.\.DEAD_LETTER_EVENTS,/, `  ...${NOUN}_EVENTS,\n`, { what: 'line "...DEAD_LETTER_EVENTS,"' });
  });
  change(`libs/platform/src/access/${service}.ts`, (text) => {
    const row = (operation, verb, reach) => `  '${nounsCamel}.${operation}': ['${verb}', ['${role}'], '${reach}'],\n`;
    const reads = row('list', 'read', 'matter') + row('get', 'read', 'matter');
    const rows = row('open', 'write', 'area') + reads + row('close', 'write', 'matter');
    return insertBefore(text, / {2}\.\.\.OF_POLICIES,/, rows, { what: 'line "...OF_POLICIES,"' });
  });
  change('bench/src/chaos/event-findings.ts', (text) => {
    const from = placeOf(text, 'const AGGREGATES');
    const line = `  { service: '${service}', table: '${noun_}', noun: '${noun}' },\n`;
    return insertBefore(text, /^\];/m, line, { what: 'end of AGGREGATES', from });
  });
  registerInFeed(change, forms);
}

/** Who hears of it, by the gateway: whoever may list it, by the feed; nobody, as a notification of the staff. */
function registerInFeed(change, { service, noun, nounsCamel }) {
  const src = 'services/gateway/src';
  const addTo = (path, table, lines) =>
    change(`${src}/${path}`, (text) => {
      const from = placeOf(text, `const ${table} = {`);
      return insertBefore(text, /^\} as const satisfies/m, lines, { what: `end of ${table}`, from });
    });
  addTo('feed/feed.ts', 'FEED', `  '${service}.${noun}': { as: 'matter' },\n`);
  addTo('feed/feed-scope.ts', 'READ', `  '${service}.${noun}': '${service}.${nounsCamel}.list',\n`);
  const told = ['opened', 'closed'].map((participle) => `  '${service}.${noun}.${participle}.v1': NOBODY,\n`);
  addTo('notification/telling.ts', 'TELLINGS', told.join(''));
}

/** Where the service puts its things together. */
function registerInService(house, planned, forms, folder) {
  const { service, noun, noun_, NOUN, Noun, time, words, zh } = forms;
  const src = `services/${service}/src`;
  const change = (path, how) => edit(house, planned, path, how);
  change(`${src}/errors.ts`, (text) => {
    const said = `zh: '没有编号为 {id} 的${zh}，或不在您的管辖范围内。', en: 'There is no ${words} {id} within what you may see.'`;
    const entry = `  '${noun_}.not_found': { status: 404, ${said} },\n`;
    return insertBefore(text, /^\}\);/m, entry, { what: 'end of its catalogue, "});"' });
  });
  change(`${src}/code-tables.ts`, (text) => {
    const imported = addImport(text, `import { ${NOUN}_STATES } from '${folder}/${noun}.transitions.js';`);
    const entry = `  defineCodeTable('${noun}-state', ${NOUN}_STATES, { open: '办理中 / open', closed: '已办结 / closed' }),\n`;
    return insertBefore(imported, /^\];/m, entry, { what: 'end of CODE_TABLES', from: placeOf(imported, 'const CODE_TABLES') });
  });
  change(`${src}/${service}.module.ts`, (text) => moduleWith(text, Noun, `${folder}/${noun}`));
  change(`${src}/migrations/index.ts`, (text) => {
    const imported = addImport(text, `import { ${Noun}${time} } from './${time}-${noun}.js';`);
    const migrated = addToList(imported, 'export const migrations = [', [`${Noun}${time}`]);
    return addToList(migrated, 'const CHANGING = [', [`'${noun_}'`]);
  });
  change(`services/${service}/test/lists.int.spec.ts`, (text) => listsWith(text, forms, `${folder.replace('.', '../src')}/${noun}`));
  change(`services/${service}/README.md`, (text) => {
    const from = text.lastIndexOf('<!-- transitions:end -->');
    return insertBefore(text, /^## /m, fill(template('readme.md'), forms), { what: 'heading behind a state table', from });
  });
}

/** The list is proved to be answered by an index, whatever is asked for. */
function listsWith(text, forms, path) {
  const { Noun, NOUNS } = forms;
  const imports = [`import { ${Noun}Entity } from '${path}.entity.js';`, `import { ${NOUNS} } from '${path}.store.js';`];
  const imported = addImport(text, imports.join('\n'));
  const filled = insertBefore(imported, /^describeLists\(/m, fill(template('lists.ts'), forms), { what: 'line "describeLists({"' });
  const stored = addToList(addToList(filled, '  entities: [', [`${Noun}Entity`]), '  fill: [', [`FILL_${NOUNS}`]);
  const asked = `    ${NOUNS}: { of: ${NOUNS}, asked: { state: ['open', 'closed'], overdue: [true, false] } },\n`;
  return insertBefore(stored, /^ {2}\},$/m, asked, { what: 'end of the lists, "},"', from: placeOf(stored, '  lists: {') });
}

function moduleWith(text, Noun, path) {
  const imports = [
    `import { ${Noun}Controller } from '${path}.controller.js';`,
    `import { ${Noun}Entity, ${Noun}HistoryEntity } from '${path}.entity.js';`,
    `import { ${Noun}Service } from '${path}.service.js';`,
  ];
  const imported = addImport(text, imports.join('\n'));
  const stored = addToList(imported, 'const entities = [', [`${Noun}Entity`, `${Noun}HistoryEntity`]);
  const served = addToList(stored, '  controllers: [', [`${Noun}Controller`], /Events$/);
  return addToList(served, '  providers: [', [`${Noun}Service`]);
}

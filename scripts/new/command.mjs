import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError, ROOT, run } from '../run.mjs';
import { setup } from '../setup.mjs';
import { planAggregate } from './aggregate.mjs';
import { planEvents } from './event.mjs';
import { houseAt } from './house.mjs';

const HELP = `npm run new -- aggregate <service> <noun>             a new aggregate, with a state table of two states
npm run new -- aggregate <service> <quarter>/<noun>   the same in a service with quarters: intake requests/topic
npm run new -- event <service>.<noun>.<participle> …  new events of an aggregate

of an aggregate:
  --plural <nouns>   as paths call them, where it is not the noun with an s
  --zh <words>       its Chinese name
  --role <role>      who does everything with it at first; administrator unless told
of an event:
  --zh <words>, --en <words>   its title

Nouns are in kebab-case: work-order. What the house cannot take is refused in one line, and nothing is written.`;

const KINDS = { aggregate: planAggregate, event: planEvents };
/** Which options each kind takes. */
const TAKES = { aggregate: ['plural', 'zh', 'role'], event: ['zh', 'en'] };

/**
 * Lays what is asked for, formats it, and makes what is made of it.
 * @param {readonly string[]} args
 * @param {AbortSignal} signal
 */
export async function command(args, signal) {
  const { values, kind, names } = asked(args);
  if (values.help) return console.log(HELP);
  const planned = KINDS[kind](houseAt(ROOT), names, values);
  await setup({ signal, projects: ['libs/contracts'] });
  for (const [path, text] of planned) {
    mkdirSync(dirname(`${ROOT}/${path}`), { recursive: true });
    writeFileSync(`${ROOT}/${path}`, text);
  }
  await follow([...planned.keys()], signal);
  console.log(
    `${[...planned.keys()].join('\n')}\n\nlaid; published schemas and docs/asyncapi.json are made of them. Fill in, then: npx tsc -b`,
  );
}

/** What the command line asks for, refused when it is none that there is. */
function asked(args) {
  const text = { type: 'string' };
  const options = { plural: text, zh: text, en: text, role: text, help: { type: 'boolean', short: 'h' } };
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new PlainError(`${error.message.split('. ')[0]}. See npm run new -- --help`);
  }
  const { values, positionals } = parsed;
  const [kind, ...names] = positionals;
  if (values.help || args.length === 0) return { values: { help: true }, kind, names };
  if (!Object.hasOwn(KINDS, kind)) throw new PlainError(`"${kind}" can not be made: aggregate or event. See npm run new -- --help`);
  const foreign = Object.keys(values).find((name) => !TAKES[kind].includes(name));
  if (foreign)
    throw new PlainError(`--${foreign} says nothing of ${kind === 'event' ? 'an event' : 'an aggregate'}. See npm run new -- --help`);
  if (kind === 'aggregate' && names.length !== 2) throw new PlainError('name a service and a noun: aggregate <service> <noun>');
  return { values, kind, names };
}

/** Formats what was written, and makes the published schemas and the AsyncAPI document. */
async function follow(paths, signal) {
  const dist = `${ROOT}/libs/contracts/dist`;
  const steps = [
    [`${ROOT}/node_modules/@biomejs/biome/bin/biome`, 'check', '--write', ...paths],
    [`${ROOT}/node_modules/typescript/bin/tsc`, '-b', 'libs/contracts'],
    [`${dist}/compatibility-main.js`, '--publish'],
    [`${dist}/asyncapi-main.js`, '--write'],
  ];
  for (const step of steps) {
    const { code, output } = await run(process.execPath, step, { signal });
    if (code !== 0) throw new PlainError(`The files are laid, but ${step.slice(0, 2).join(' ')} failed:\n${output}`);
  }
}

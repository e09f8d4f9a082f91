// A new event of an aggregate that there is.
import { PlainError } from '../run.mjs';
import { edit, requireService } from './house.mjs';
import { requireKebab, requirePlain } from './names.mjs';
import { insertBefore } from './places.mjs';

/**
 * @param {ReturnType<import('./house.mjs').houseAt>} house
 * @param {readonly string[]} types each `<service>.<noun>.<past participle>`
 * @param {{ zh?: string, en?: string }} options the title, when there is one event
 * @returns {Map<string, string>} what to write, by path
 * @throws {PlainError} in one line when the house cannot take it
 */
export function planEvents(house, types, { zh, en }) {
  if (types.length === 0) throw new PlainError('name an event: <service>.<noun>.<past participle>');
  if (types.length > 1 && (zh ?? en) !== undefined) throw new PlainError('--zh and --en are the title of one event: name one');
  for (const words of [zh, en]) if (words !== undefined) requirePlain(words);
  const planned = new Map();
  for (const type of types) planEvent(house, planned, type, { zh, en });
  return planned;
}

function planEvent(house, planned, type, { zh, en }) {
  const [service, noun, participle, ...more] = type.split('.');
  if (more.length > 0 || participle === undefined) throw new PlainError(`"${type}" is no event: <service>.<noun>.<past participle>`);
  requireService(house, service);
  requireKebab(noun, 'noun');
  requireKebab(participle, 'past participle');
  const path = `libs/contracts/src/events/${service}.${noun}.ts`;
  if (!house.has(path)) throw new PlainError(`${service} tells of no "${noun}": there is no ${path}`);
  const words = `${noun} was ${participle}`.replaceAll('-', ' ');
  const title = `{ zh: '${zh ?? words}', en: '${en ?? `The ${words}`}' }`;
  edit(house, planned, path, (text) => {
    if (text.includes(`'${participle}.v1'`)) throw new PlainError(`it has ${participle}.v1 already`);
    // The events end where the fields of all of them begin, else with the call.
    const hasCommon = /^ {2}common\(/m.test(text);
    const end = hasCommon ? /^ {2}\},\n {2}common\(/m : /^\}\);/m;
    return insertBefore(text, end, `    '${participle}.v1': event(${title}),\n`, { what: 'end of the list of events' });
  });
}

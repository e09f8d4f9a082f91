// The house as its files say it is: read as text, because the commands run before it is built.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { PlainError } from '../run.mjs';

/** @param {string} root of the clone */
export function houseAt(root) {
  const read = (path) => readFileSync(`${root}/${path}`, 'utf8');
  const list = (path, opening) => {
    const found = new RegExp(`${opening}\\[([^\\]]*)\\]`).exec(read(path))?.[1];
    if (found === undefined) throw new PlainError(`${path} holds no list "${opening}[…]"`);
    return [...found.replaceAll(/\/\/.*/g, '').matchAll(/'([^']+)'/g)].map(([, word]) => word);
  };
  return {
    root,
    read,
    has: (path) => existsSync(`${root}/${path}`),
    /** Those with a domain: the gateway has no rooms. */
    services: () => list('libs/contracts/src/topology.ts', 'SERVICES = ').filter((service) => service !== 'gateway'),
    roles: () => list('libs/kernel/src/actor.ts', 'ROLES = '),
    /** The quarters of a service, none where its nouns stand side by side. */
    quarters: (service) => {
      const law = read('.dependency-cruiser.cjs').match(/^const QUARTERS = \{[\s\S]*?^\};/m)?.[0];
      if (!law) throw new PlainError('.dependency-cruiser.cjs holds no table QUARTERS');
      const found = new RegExp(`^ {2}'?${service}'?: \\[([^\\]]*)\\]`, 'm').exec(law)?.[1] ?? '';
      return [...found.matchAll(/'([^']+)'/g)].map(([, word]) => word);
    },
    /** Whether a service has a folder of this name, in whichever quarter. */
    hasNoun: (service, noun) =>
      readdirSync(`${root}/services/${service}/src`, { recursive: true, withFileTypes: true }).some(
        (entry) => entry.isDirectory() && entry.name === noun,
      ),
  };
}

/** @throws {PlainError} unless the house has the service */
export function requireService(house, service) {
  const services = house.services();
  if (!services.includes(service)) throw new PlainError(`there is no service "${service ?? ''}": one of ${services.join(', ')}`);
}

/**
 * Edits a file of the house in memory.
 * @param {Map<string, string>} planned the texts to be written, by path
 * @throws {PlainError} naming the file whose place was not found
 */
export function edit(house, planned, path, change) {
  try {
    planned.set(path, change(planned.get(path) ?? house.read(path)));
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    throw new PlainError(`${path} is not as expected: ${error.message}. Nothing was written.`);
  }
}

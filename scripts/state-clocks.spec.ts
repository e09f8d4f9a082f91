import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { StateMachine } from '../libs/kernel/src/index.js';
import { ACCESS_TABLE } from '../libs/platform/src/access/access.js';

type Machine = StateMachine<string, string, never, string>;
type Policies = Readonly<Record<string, unknown>>;

const root = fileURLToPath(new URL('../', import.meta.url));

/** The source files of the services whose names end so. */
const filesNamed = (end: string): string[] =>
  readdirSync(`${root}services`)
    .map((service) => `services/${service}/src`)
    .filter((folder) => existsSync(root + folder))
    .flatMap((folder) => readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith(end))
    .sort();

/** What these files export, with the service each is of. */
async function exportsOf<T>(end: string, isWanted: (value: object) => boolean): Promise<{ service: string; value: T }[]> {
  const found: { service: string; value: T }[] = [];
  for (const file of filesNamed(end)) {
    const exported = (await import(`${root}${file}`)) as Record<string, unknown>; // one after another: Jest loads no two at once that share a module
    const wanted = Object.values(exported).filter((value) => typeof value === 'object' && value !== null && isWanted(value)) as T[];
    found.push(...wanted.map((value) => ({ service: file.split('/')[1] as string, value })));
  }
  return found;
}

const machines = await exportsOf<Machine>('.transitions.ts', (value) => 'clocks' in value);
const policies = new Map(
  (await exportsOf<{ presets: Policies }>('/policy/policy.ts', (value) => 'presets' in value)).map(
    ({ service, value }) => [service, value.presets] as const,
  ),
);
const clocksOf = ({ clocks }: Machine) => Object.values(clocks).filter((clock) => typeof clock === 'object');
const policiesNamedBy = (machine: Machine): string[] =>
  clocksOf(machine).flatMap((clock) =>
    'policy' in clock ? [clock.policy] : 'otherwise' in clock && clock.otherwise ? [clock.otherwise] : [],
  );
const nextOf = (machine: Machine): string[] => clocksOf(machine).flatMap((clock) => ('policy' in clock && clock.next ? [clock.next] : []));
/** The actions of a service that somebody may call, as paths have them: `dispatch-again`. */
const callable = (service: string): string[] =>
  Object.entries(ACCESS_TABLE)
    .filter(([name, { scope, roles }]) => name.startsWith(`${service}.`) && scope.endsWith(':write') && roles.length > 0)
    .map(([name]) => (name.split('.').at(-1) as string).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
const waitsFor = (machine: Machine) => clocksOf(machine).flatMap((clock) => ('waitsFor' in clock ? clock.waitsFor : []));

it('Every state table is walked', () => {
  const tables = filesNamed('.transitions.ts');
  expect(machines).toHaveLength(tables.length);
  expect(tables.length).toBeGreaterThanOrEqual(5);
});

it.each(filesNamed('.transitions.ts'))('%s is proven by describeMachine in a spec of its folder', (table) => {
  const folder = root + table.slice(0, table.lastIndexOf('/'));
  const specs = readdirSync(folder).filter((file) => file.endsWith('.spec.ts'));
  expect(specs.some((file) => readFileSync(`${folder}/${file}`, 'utf8').includes('describeMachine('))).toBe(true);
});

describe.each(machines.map(({ service, value }) => [value.name, service, value] as const))('%s', (name, service, machine) => {
  it('has a clock for each state that a row names, and every policy that a clock names is one of its service', () => {
    const named = new Set(machine.rows.flatMap(({ from, to }) => [...from, to]));
    expect(Object.keys(machine.clocks).sort()).toEqual([...named].sort());
    expect(policiesNamedBy(machine).filter((policy) => !Object.hasOwn(policies.get(service) ?? {}, policy))).toEqual([]);
  });

  it('goes on from a state without a row of its own only by what some role may call', () => {
    expect(nextOf(machine).filter((action) => !callable(service).includes(action))).toEqual([]);
  });

  it('waits only for machines that there are, and never for one that waits for it', () => {
    const byName = new Map(machines.map(({ value }) => [value.name, value]));
    const reached = new Set(waitsFor(machine));
    for (const other of reached) {
      const next = byName.get(other);
      if (!next) throw new Error(`there is no machine ${other}`);
      for (const further of waitsFor(next)) reached.add(further);
    }
    expect([...reached]).not.toContain(name);
  });
});

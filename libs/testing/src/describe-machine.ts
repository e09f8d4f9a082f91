import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkEventData, EVENTS, type EventType } from '@zero-distance/contracts';
import {
  type Actor,
  type Result,
  ROLES,
  type Role,
  reachableStates,
  type StateMachine,
  SYSTEM,
  statesWithoutWayOn,
  transitionsMarkdown,
} from '@zero-distance/kernel';

type Doer = Role | 'system';

/** What an action made of a subject. */
interface Taken<S extends string> {
  readonly event: string;
  readonly before: { readonly version: number };
  readonly after: { readonly state: S; readonly version: number };
}

export interface MachineTest<S extends string, A extends string, T extends Taken<S>> {
  /** The state that the noun begins in. */
  readonly start: NoInfer<S>;
  /** Written a second time on purpose: target and roles of each state and action. The table must say exactly this. */
  readonly expected: Readonly<Record<NoInfer<S>, Readonly<Partial<Record<NoInfer<A>, readonly [to: NoInfer<S>, ...by: Doer[]]>>>>>;
  /** Does an action to a subject in a state that every guard lets pass. */
  readonly take: (state: NoInfer<S>, action: NoInfer<A>, actor: Actor) => Result<T>;
  /** The data of the step's event. */
  readonly dataOf: (step: T) => unknown;
  /** The README that shows the table between `transitions:start` and `transitions:end`, as it does that of each machine of the service. */
  readonly readme: URL;
}

/** Proves a state machine: every state, action and role against what is expected, its way on, its events, and its table in the README. */
export function describeMachine<S extends string, A extends string, E extends string, T extends Taken<S>>(
  machine: StateMachine<S, A, never, E>,
  { start, expected, take, dataOf, readme }: MachineTest<S, A, T>,
): void {
  const doers: readonly Doer[] = [...ROLES, 'system'];
  const cells = machine.states.flatMap((state) => machine.actions.map((action) => ({ state, action, row: expected[state][action] })));

  describe(`the state table of ${machine.name}`, () => {
    it.each(cells)('in state $state lets $action happen exactly as expected, for every role', ({ state, action, row }) => {
      for (const role of doers) {
        const done = take(state, action, doer(role));
        const refusal = row ? 'role_not_allowed' : 'transition_not_allowed';
        if (!row?.slice(1).includes(role)) expect(done).toMatchObject({ ok: false, error: { code: `${machine.name}.${refusal}` } });
        else assertTaken(done, row[0], dataOf);
      }
    });

    it('reaches every state from the first', () => {
      expect([...reachableStates(machine, start)].sort()).toEqual([...machine.states].sort());
    });

    it('has in every open state an action that some role can take, or waits for another machine', () => {
      expect(statesWithoutWayOn(machine)).toEqual([]);
    });

    it('publishes a declared event for every action', () => {
      expect(machine.rows.map(({ event }) => event).filter((event) => !Object.hasOwn(EVENTS, event))).toEqual([]);
    });

    it('is one of those in the README', () => {
      const shown = readFileSync(readme, 'utf8').matchAll(/<!-- transitions:start -->([\s\S]*?)<!-- transitions:end -->/g);
      expect([...shown].map(([, tables = '']) => cellsOf(tables))).toContainEqual(cellsOf(transitionsMarkdown(machine)));
    });
  });
}

const doer = (role: Doer): Actor => (role === 'system' ? SYSTEM : { id: role, roles: [role], scopes: [], area: '' });

function assertTaken<S extends string, T extends Taken<S>>(done: Result<T>, to: S, dataOf: (step: T) => unknown): void {
  if (!done.ok) throw done.error;
  const { before, after, event } = done.value;
  expect(after).toMatchObject({ state: to, version: before.version + 1 });
  checkEventData(event as EventType, dataOf(done.value) as never);
}

/** The words of the tables, however the formatter pads their columns. */
const cellsOf = (tables: string): string[][] =>
  tables
    .trim()
    .split(/\n+/)
    .map((line) => line.split('|').map((cell) => cell.trim().replace(/^-+$/, '-')));

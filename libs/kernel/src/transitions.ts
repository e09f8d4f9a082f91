import type { Actor, Role } from './actor.js';
import { type DomainError, defineErrors } from './domain-error.js';
import { err, ok, type Result } from './result.js';
import { clockText, type StateClock } from './state-clock.js';

/** One row of a state table: an action, because role, guard and event belong to the action. */
export interface Transition<S extends string, A extends string, C, E extends string> {
  readonly action: A;
  readonly from: readonly S[];
  readonly to: S;
  readonly by: readonly (Role | 'system')[];
  /** Refuses with a DomainError, or lets the action pass. */
  readonly guard?: (subject: C) => DomainError | undefined;
  /** The event that reports it. */
  readonly event: E;
}

/** A state machine: its rows, and the two questions asked of it. */
export interface StateMachine<S extends string, A extends string, C, E extends string> {
  /** `<service>.<noun>`, in snake_case: the prefix of its error codes. */
  readonly name: string;
  readonly rows: readonly Transition<S, A, C, E>[];
  /** In the order of the clocks' table. */
  readonly states: readonly S[];
  /** In the order of the rows. */
  readonly actions: readonly A[];
  /** For each state what clock runs in it. A new state without one does not compile. */
  readonly clocks: Readonly<Record<S, StateClock>>;
  /** The refusals that `decide` can answer by itself, for the API's documentation. */
  readonly errors: readonly DomainError[];
  /** The row that applies, or why none does. `subject` is what guards look at. */
  decide(state: S, action: A, actor: Actor, subject: C): Result<Transition<S, A, C, E>>;
  /** What this actor may do now: shown to callers as the resource's `actions`. */
  allowed(state: S, actor: Actor, subject: C): A[];
}

/** Why something was done: as a code, and in words. */
export interface Why {
  readonly reasonCode?: string;
  readonly reason?: string | null;
  /** Files that show it. */
  readonly fileIds?: readonly string[];
}

/** What an event is made of besides the aggregate as it is after the step. */
export interface Told<T> {
  readonly at: Date;
  /** The aggregate before the step; null at its beginning. */
  readonly before: T | null;
  readonly reasonCode?: string;
  /** Absent where none were shown. */
  readonly fileIds?: readonly string[];
}

/** One action done to `T`. */
export interface Step<T, A extends string, E extends string> extends Why {
  readonly action: A;
  readonly before: T;
  readonly after: T;
  /** What differs in `after`, besides the version. */
  readonly changes: Partial<T>;
  /** The event that reports it. */
  readonly event: E;
  /** Who did it: a subject or client id, or `system`. */
  readonly actorId: string;
}

/** A step of the aggregate `T` with the machine `M`. */
export type StepOf<T, M> = Step<T, ActionOf<M>, EventOf<M>>;

const TRANSITION_ERRORS = {
  transition_not_allowed: {
    status: 409,
    zh: '当前状态“{state}”下不能执行“{action}”；可执行的前置状态：{from}。',
    en: 'Action "{action}" is not possible in state "{state}"; it is possible from: {from}.',
  },
  role_not_allowed: {
    status: 403,
    zh: '执行“{action}”需要以下角色之一：{roles}。',
    en: 'Action "{action}" needs one of the roles: {roles}.',
  },
} as const;

/** The states, actions and events of a machine, declared once, in its table. */
export type StateOf<M> = M extends StateMachine<infer S, string, never, string> ? S : never;
export type ActionOf<M> = M extends StateMachine<string, infer A, never, string> ? A : never;
export type EventOf<M> = M extends StateMachine<string, string, never, infer E> ? E : never;

/**
 * Builds a machine from its table: `defineMachine<Subject>()(name, rows, clocks)`. Its states, actions and events are inferred from the rows;
 * a state of a row without a clock does not compile. `Subject` is only the part that guards look at: the type of the aggregate is made with
 * the states, so it cannot be that. Throws at load when two rows could both apply: a table must be unambiguous.
 */
export const defineMachine =
  <C = unknown>() =>
  <const S extends string, const A extends string, const E extends string>(
    name: string,
    rows: readonly Transition<S, A, C, E>[],
    clocks: Readonly<Record<S, StateClock>>,
  ): StateMachine<S, A, C, E> =>
    machineOf(name, rows, clocks);

function machineOf<S extends string, A extends string, C, E extends string>(
  name: string,
  rows: readonly Transition<S, A, C, E>[],
  clocks: Readonly<Record<S, StateClock>>,
): StateMachine<S, A, C, E> {
  const byActionAndState = new Map<string, Transition<S, A, C, E>>();
  for (const row of rows) {
    for (const state of row.from) {
      const key = `${row.action}|${state}`;
      if (byActionAndState.has(key)) throw new Error(`${name}: two rows for ${row.action} from ${state}`);
      byActionAndState.set(key, row);
    }
  }
  const refuse = defineErrors(name, examplesOf(rows, Object.keys(clocks)), TRANSITION_ERRORS);

  function decide(state: S, action: A, actor: Actor, subject: C): Result<Transition<S, A, C, E>> {
    const row = byActionAndState.get(`${action}|${state}`);
    if (!row) {
      const from = rows.filter((r) => r.action === action).flatMap((r) => r.from);
      return err(refuse('transition_not_allowed', { state, action, from: from.join(', ') }));
    }
    if (!row.by.some((role) => actor.roles.includes(role))) return err(refuse('role_not_allowed', { action, roles: row.by.join(', ') }));
    const refusal = row.guard?.(subject);
    return refusal ? err(refusal) : ok(row);
  }

  return {
    name,
    rows,
    states: Object.keys(clocks) as S[],
    actions: [...new Set(rows.map(({ action }) => action))],
    clocks,
    errors: [refuse('transition_not_allowed'), refuse('role_not_allowed')],
    decide,
    allowed: (state, actor, subject) =>
      rows
        .filter((row) => row.from.includes(state) && row.by.some((role) => actor.roles.includes(role)) && !row.guard?.(subject))
        .map((row) => row.action),
  };
}

/** A step that the table does not allow, for the documentation: its first action, in a state that the action does not begin from. */
function examplesOf([row]: readonly Transition<string, string, never, string>[], states: readonly string[]) {
  const { action = '', from = [], by = [] } = row ?? {};
  const state = states.find((one) => !from.includes(one)) ?? '';
  return { action, state, from: from.join(', '), roles: by.join(', ') };
}

/** What has a state and a version: an aggregate. */
interface Versioned<S extends string> {
  readonly state: S;
  readonly version: number;
}

/** Applies a row: the next version, in the row's state and with `changes`. */
export function stepOf<S extends string, A extends string, E extends string, T extends Versioned<S>>(
  { action, to, event }: Pick<Transition<S, A, never, E>, 'action' | 'to' | 'event'>,
  before: T,
  actor: Pick<Actor, 'id'>,
  changes: Partial<T> = {},
): Step<T, A, E> {
  const all = { ...changes, state: to };
  return { action, before, after: { ...before, ...all, version: before.version + 1 }, changes: all, event, actorId: actor.id };
}

/** The same step with `changes` besides, or in the place of its own. */
export const withChanges = <S extends Step<object, string, string>>(step: S, changes: Partial<S['after']>): S => ({
  ...step,
  after: { ...step.after, ...changes },
  changes: { ...step.changes, ...changes },
});

/** Every state that can be reached from `start`: a test proves that it is all of them. */
export function reachableStates<S extends string>(machine: StateMachine<S, string, never, string>, start: S): Set<S> {
  const reached = new Set<S>([start]);
  for (let grew = true; grew; ) {
    const before = reached.size;
    for (const row of machine.rows) if (row.from.some((state) => reached.has(state))) reached.add(row.to);
    grew = reached.size > before;
  }
  return reached;
}

/** The tables of actions and of clocks as the service's README shows them; a test proves the README equal to the code. */
export function transitionsMarkdown(machine: StateMachine<string, string, never, string>): string {
  const head = '| action | from | to | by | event |\n|---|---|---|---|---|';
  const line = (r: Transition<string, string, never, string>) =>
    `| ${r.action} | ${r.from.join(', ')} | ${r.to} | ${r.by.join(', ')} | \`${r.event}\` |`;
  const clocks = Object.entries(machine.clocks).map(([state, clock]) => `| ${state} | ${clockText(clock)} |`);
  return [head, ...machine.rows.map(line), '', '| state | clock |\n|---|---|', ...clocks].join('\n');
}

import type { EventData, EventType } from '@zero-distance/contracts';
import { type StateMachine, type Step, stepOf, type Told, unwrap, type Why, withChanges } from '@zero-distance/kernel';
import type { Conflicts, ReadTx, Tx } from '@zero-distance/persistence';
import { type Collection, type CollectionDefinition, defineCollection } from './collection.js';
import type { Filters } from './filters.js';
import type { HistoryEntity } from './history.entity.js';
import { type HistoryDefinition, historyTable, type MOST_LINES } from './history-table.js';

/** What every aggregate with a state machine has. */
interface Root<S extends string> {
  readonly id: string;
  readonly version: number;
  readonly state: S;
  readonly areaCode: string;
}

/** An aggregate: its state machine, its tables, who sees it, what its events say. All else about it is plain functions. */
export interface AggregateDefinition<
  T extends Root<S>,
  S extends string,
  A extends string,
  C,
  E extends string,
  B extends EventType,
  F extends Filters,
  H,
> extends Omit<CollectionDefinition<T, F>, 'key' | 'changes'> {
  readonly machine: StateMachine<S, A, C, E>;
  readonly history: HistoryDefinition<T, H>;
  /** Its beginning: the action in its history, and the event. */
  readonly begins: { readonly action: string; readonly event: B };
  /** Its beginning when it is brought in from the time before, with what became of it. */
  readonly imported?: { readonly action: string; readonly event: B };
  /** The data of each event, from the aggregate as it is after the step. */
  readonly events: { readonly [K in (E & EventType) | B]: (after: T, told: Told<T>) => EventData<K> };
  /** Queues what else changes with a step, the beginning excepted. */
  readonly onStep?: (tx: Tx, step: Step<T, A, E>) => void;
}

/** What a new aggregate comes with. */
interface InsertOptions<S> extends Why {
  readonly steps?: readonly S[];
  readonly conflicts?: Conflicts;
  /** It is brought in from the time before: its history and its event say so. */
  readonly isImported?: boolean;
}

/** How an aggregate is read, changed and listed. A service's use cases know no other way. */
export interface Aggregate<T extends Root<S>, S extends string, A extends string, E extends string, F extends Filters, H>
  extends Collection<T, F> {
  /** Queues a new aggregate as it is after its first `steps`, with its history and its events. */
  insert(tx: Tx, begun: T, options?: InsertOptions<Step<T, A, E>>): T;
  /** The step of an action that the table allows the caller now. Throws the refusal. Changes nothing. */
  step(tx: ReadTx, before: T, action: A): Step<T, A, E>;
  /** Queues steps of one aggregate as one update, with their history and their events; gives the aggregate as it will be. */
  save(tx: Tx, ...steps: readonly [Step<T, A, E>, ...Step<T, A, E>[]]): T;
  /** {@link step} and {@link save}: an action that changes the state, and `changes` besides. */
  take(tx: Tx, before: T, action: A, changes?: Partial<T>, why?: Why): T;
  /** Queues a line of history without a step: the state stays and no event is published. */
  note(tx: Tx, aggregate: Pick<T, 'id' | 'state'>, action: string, why?: Why): void;
  /** The words that went with the last `action` of each of these, by id. */
  words(tx: ReadTx, aggregates: readonly T[], action: string): Promise<ReadonlyMap<string, string | null>>;
  /** What was done last, oldest first: {@link MOST_LINES} of it at most. */
  history(tx: ReadTx, aggregate: T): Promise<(H & HistoryEntity<S>)[]>;
}

/**
 * The one way to load, change, record, emit, scope and list an aggregate. `subjectOf` is what the machine's guards look at; the
 * aggregate itself unless told.
 */
export function defineAggregate<
  T extends Root<S>,
  S extends string,
  A extends string,
  C,
  E extends string,
  B extends EventType,
  const F extends Filters,
  H,
>(
  definition: AggregateDefinition<T, S, A, C, E, B, F, H>,
  subjectOf: (aggregate: T, tx: ReadTx) => C = (aggregate) => aggregate as unknown as C,
): Aggregate<T, S, A, E, F, H> {
  const { machine, entity, begins, imported, events, onStep } = definition;
  const history = historyTable<T, S, H>(definition.history);

  function tell<K extends (E & EventType) | B>(tx: Tx, type: K, after: T, told: Omit<Told<T>, 'at'>): void {
    tx.emit(type, after, events[type](after, { ...told, at: tx.now }));
  }

  function follow(tx: Tx, step: Step<T, A, E>): void {
    const { action, before, after, event, actorId, reasonCode, reason, fileIds } = step;
    const line = { action, fromState: before.state, toState: after.state, actorId, reasonCode, reason: reason ?? null };
    history.append(tx, after.id, line, definition.history.also?.(after));
    tell(tx, event as E & EventType, after, { before, reasonCode, ...shown(fileIds) });
    onStep?.(tx, step);
  }

  const aggregate: Aggregate<T, S, A, E, F, H> = {
    ...defineCollection<T, F>({ ...definition, changes: true }),
    insert(tx, begun, { steps = [], conflicts, isImported = false, reasonCode, reason = null, fileIds } = {}) {
      const beginning = (isImported && imported) || begins;
      const row = steps.at(-1)?.after ?? begun;
      tx.insert(entity, row, conflicts);
      const toState = begun.state;
      history.append(tx, begun.id, { action: beginning.action, fromState: null, toState, actorId: tx.actor.id, reasonCode, reason });
      tell(tx, beginning.event, begun, { before: null, reasonCode, ...shown(fileIds) });
      for (const step of steps) follow(tx, step);
      return row;
    },
    step(tx, before, action) {
      return stepOf(unwrap(machine.decide(before.state, action, tx.actor, subjectOf(before, tx))), before, tx.actor);
    },
    save(tx, ...steps) {
      const changes: Partial<T> = Object.assign({}, ...steps.map((step) => step.changes));
      tx.update(entity, steps[0].before, changes, steps.length);
      for (const step of steps) follow(tx, step);
      return (steps.at(-1) as Step<T, A, E>).after;
    },
    take(tx, before, action, changes = {}, why = {}) {
      return aggregate.save(tx, { ...withChanges(aggregate.step(tx, before, action), changes), ...why });
    },
    note(tx, { id, state }, action, { reasonCode, reason = null } = {}) {
      history.append(tx, id, { action, fromState: state, toState: state, actorId: tx.actor.id, reasonCode, reason });
    },
    words: history.words,
    history: history.lines,
  };
  return aggregate;
}

/** An event names files only where there are some. */
const shown = (fileIds: readonly string[] = []): Pick<Why, 'fileIds'> => (fileIds.length > 0 ? { fileIds } : {});

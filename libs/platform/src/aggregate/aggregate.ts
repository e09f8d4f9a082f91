import type { EventData, EventType } from '@zero-distance/contracts';
import { newId, type StateMachine, type Step, stepOf, type Told, unwrap, type Why, withChanges } from '@zero-distance/kernel';
import type { Conflicts, EntityClass, ReadTx, Tx } from '@zero-distance/persistence';
import { ALIAS } from '../reach/visibility.js';
import { type Collection, type CollectionDefinition, defineCollection } from './collection.js';
import type { Filters } from './filters.js';
import type { HistoryEntity } from './history.entity.js';

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

/** The table with what was done. */
interface HistoryDefinition<T, H> {
  readonly entity: EntityClass<H & HistoryEntity>;
  /** The property with the aggregate's id. */
  readonly key: keyof H & string;
  /** The aggregate's property with the time before which nothing was done: partitions of earlier months are not looked at. */
  readonly since: keyof T & string;
  /** What stands in every row besides. */
  readonly constant?: Partial<H>;
  /** What stands in the row of a step besides, from the aggregate as it is after it. */
  readonly also?: (after: T) => Partial<H>;
}

/** What was done with one aggregate is answered whole: a dialler that calls in vain all night makes no answer of megabytes. */
const MOST_LINES = 500;

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
  const { machine, entity, history, begins, imported, events, onStep } = definition;

  function appendHistory(tx: Tx, id: string, line: Partial<HistoryEntity> & Why, also?: Partial<H>): void {
    const row = { ...history.constant, ...also, id: newId(), [history.key]: id, at: tx.now, ...line };
    tx.append(history.entity, row as Partial<H & HistoryEntity>);
  }

  function tell<K extends (E & EventType) | B>(tx: Tx, type: K, after: T, told: Omit<Told<T>, 'at'>): void {
    tx.emit(type, after, events[type](after, { ...told, at: tx.now }));
  }

  function follow(tx: Tx, step: Step<T, A, E>): void {
    const { action, before, after, event, actorId, reasonCode, reason, fileIds } = step;
    const line = { action, fromState: before.state, toState: after.state, actorId, reasonCode, reason: reason ?? null };
    appendHistory(tx, after.id, line, history.also?.(after));
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
      appendHistory(tx, begun.id, { action: beginning.action, fromState: null, toState, actorId: tx.actor.id, reasonCode, reason });
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
      appendHistory(tx, id, { action, fromState: state, toState: state, actorId: tx.actor.id, reasonCode, reason });
    },
    async words(tx, roots, action) {
      if (roots.length === 0) return new Map();
      const since = new Date(Math.min(...roots.map((root) => (root[history.since] as Date).getTime())));
      const sql = `${tx.select(history.entity, ALIAS)} where ${ALIAS}.${tx.column(history.entity, history.key)} = any($1::uuid[])
        and ${ALIAS}.action = $2 and ${ALIAS}.at >= $3::timestamptz - interval '1 day' order by ${ALIAS}.at, ${ALIAS}.id`;
      const lines = await tx.query<(H & HistoryEntity<S>) & Record<string, unknown>>(sql, [roots.map(({ id }) => id), action, since]);
      return new Map(lines.map((line) => [line[history.key] as string, line.reason]));
    },
    history(tx, root) {
      // A day before: the clock of the host that wrote a line may be behind that of the host where the aggregate began.
      const sql = `${tx.select(history.entity, ALIAS)} where ${ALIAS}.${tx.column(history.entity, history.key)} = $1
        and ${ALIAS}.at >= $2::timestamptz - interval '1 day' order by ${ALIAS}.at desc, ${ALIAS}.id desc limit ${MOST_LINES}`;
      return tx
        .query<(H & HistoryEntity<S>) & Record<string, unknown>>(sql, [root.id, root[history.since]])
        .then((lines) => lines.reverse());
    },
  };
  return aggregate;
}

/** An event names files only where there are some. */
const shown = (fileIds: readonly string[] = []): Pick<Why, 'fileIds'> => (fileIds.length > 0 ? { fileIds } : {});

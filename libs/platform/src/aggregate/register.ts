import { isDeepStrictEqual } from 'node:util';
import type { EventData, EventType, Service } from '@zero-distance/contracts';
import { type DomainError, newId } from '@zero-distance/kernel';
import { expectVersion, type ReadTx, type Tx } from '@zero-distance/persistence';
import { assertAreaInUse } from '../register/retired-area.store.js';
import { type Collection, type CollectionDefinition, defineCollection } from './collection.js';
import type { Filters } from './filters.js';

/** A row of a register. */
interface RegisterRow {
  readonly id: string;
  readonly version: number;
}

/** The member of a row with the code of its area, and where a caller says it. */
interface LiesIn<R> {
  readonly in: keyof R & string;
  readonly service: Service;
  readonly pointer?: string;
}

/** 登记簿: rows by a key that stays, changed by PUT. */
export interface RegisterDefinition<
  R extends RegisterRow,
  K extends keyof R & string,
  F extends Filters,
  E extends EventType,
  S extends keyof R,
> extends Omit<CollectionDefinition<R, F>, 'changes'> {
  /** What a row is called by: its code, or its date. */
  readonly key: K;
  /** The unique constraint of the key. */
  readonly unique: string;
  /** Somebody else made the row at the same moment. */
  readonly changedMeanwhile: (key: string) => DomainError;
  /** The event of every change, for registers that others keep copies of. */
  readonly event?: { readonly type: E; readonly data: (row: R) => EventData<E> };
  /** What is written down of each change besides: who made it, when. It is no fact: it makes no change. */
  readonly stamp?: (tx: Tx) => Pick<R, S>;
  /** Refuses a new row whose id, which it brought along, another row has; by the name of the constraint. */
  readonly idTaken?: Readonly<Record<string, (id: string) => DomainError>>;
  /** Where its rows lie: a new one, or one that moves, is refused in an area that is retired. */
  readonly lies?: LiesIn<R>;
  /** Queues what else changes with a row. */
  readonly onChange?: (tx: Tx, row: R) => void;
}

/** What is put of a row: all of it but its key and what is stamped. */
type Facts<R, K extends keyof R, S extends keyof R> = Omit<R, 'id' | 'version' | K | S>;

/** What a PUT came to. */
interface Put<R> {
  readonly row: R;
  /** The row as it was; absent when it is new. */
  readonly before: R | undefined;
  readonly changed: boolean;
}

/** How a register is read and changed. */
export interface Register<R extends RegisterRow, K extends keyof R & string, F extends Filters, S extends keyof R = never>
  extends Collection<R, F> {
  /** The row with this key, for any caller. */
  find(tx: ReadTx, key: R[K]): Promise<R | undefined>;
  /**
   * Changes the row with this key to `facts`, or makes it. Repeating the stored facts changes nothing and publishes no event. Throws 412 when
   * If-Match is not the row's version (0: there is none), 409 when the row was made at the same moment.
   * @param facts of a new row with its id, where it has one already
   * @param check refuses by throwing what the register's rules do not allow, and reads what the caller needs before the change is queued
   */
  put(
    tx: Tx,
    key: R[K],
    facts: Facts<R, K, S> & Partial<Pick<R, 'id'>>,
    ifMatch?: number,
    check?: (row: R, before: R | undefined) => void | Promise<void>,
  ): Promise<Put<R>>;
}

/** The one way to keep a register. */
export function defineRegister<
  R extends RegisterRow,
  K extends keyof R & string,
  const F extends Filters,
  E extends EventType = never,
  S extends keyof R = never,
>(definition: RegisterDefinition<R, K, F, E, S>): Register<R, K, F, S> {
  const { entity, key, unique, changedMeanwhile, idTaken = {}, event, stamp, onChange, lies } = definition;
  const find = (tx: ReadTx, value: R[K]) => tx.findOne(entity, { [key]: value } as unknown as Partial<R>);

  return {
    ...defineCollection<R, F>({ ...definition, changes: true }),
    find,
    async put(tx, value, { id, ...given }, ifMatch, check) {
      const facts = given as unknown as Facts<R, K, S>;
      const before = await find(tx, value);
      expectVersion(before?.version ?? 0, ifMatch);
      const version = (before?.version ?? 0) + 1;
      const put = { ...before, id: before?.id ?? id ?? newId(), [key]: value, ...facts, version } as unknown as R;
      await check?.(put, before);
      if (lies && put[lies.in] !== before?.[lies.in]) await assertAreaInUse(tx, lies.service, String(put[lies.in]), lies.pointer);
      if (before && isDeepStrictEqual({ ...before }, { ...put, version: before.version })) return { row: before, before, changed: false };
      const stamped = stamp?.(tx);
      const row = { ...put, ...stamped };
      if (before) tx.update(entity, before, { ...facts, ...stamped } as unknown as Partial<R>);
      else tx.insert(entity, row, { [unique]: changedMeanwhile(String(value)), ...refusalsOf(idTaken, row.id) });
      onChange?.(tx, row);
      if (event) tx.emit(event.type, row, event.data(row));
      return { row, before, changed: true };
    },
  };
}

const refusalsOf = (byConstraint: Readonly<Record<string, (id: string) => DomainError>>, id: string): Record<string, DomainError> =>
  Object.fromEntries(Object.entries(byConstraint).map(([constraint, refusal]) => [constraint, refusal(id)]));

import { type Actor, type DomainError, differenceIn, newId, type PastFact, type SaidOf } from '@zero-distance/kernel';
import { ConcurrentChange, type EntityClass, type ReadTx, type Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea } from '../auth/area-scope.js';

/** One that says where it counts. */
type Fact = PastFact & { readonly areaCode: string };

/** What facts of a kind have that others have not. */
interface FactsDefinition<F extends Fact> {
  readonly entity: EntityClass<F>;
  /** The unique index of its references: another import may bring the same in meanwhile. */
  readonly index: string;
  readonly said: readonly (keyof SaidOf<F> & string)[];
  readonly happenedAt: (said: SaidOf<F>) => Date;
  /** Why it cannot be. */
  readonly fault: (said: SaidOf<F>, now: Date) => DomainError | undefined;
  /** The refusal of another past under the same number. */
  readonly differs: (reference: string, pointer: string) => DomainError;
  /** The refusal of one that this system has taken in itself, under the same number: it is there, and counts, already. */
  readonly taken?: (tx: Tx, reference: string, said: SaidOf<F>) => Promise<DomainError | undefined>;
  /** Tells of it, once, as its version 1. */
  readonly tell: (tx: Tx, fact: F) => void;
}

/** What is done with them. */
export interface PastFacts<F extends Fact> {
  /** Brings one in, once, within the area of the caller: the same again changes nothing, another past under its number is refused. */
  put(transactor: Transactor, actor: Actor, reference: string, said: SaidOf<F>): Promise<F>;
  /** The same as part of a use case that knows where it counts. */
  bringIn(tx: Tx, reference: string, said: SaidOf<F>): Promise<F>;
  /** The one that was brought in under this number. */
  find(tx: ReadTx, reference: string): Promise<F | undefined>;
}

/** Facts of the time before that figures count, in a table of their own: with their times and outcomes, and without anybody's name. */
export function definePastFacts<F extends Fact>({ entity, index, said: names, ...facts }: FactsDefinition<F>): PastFacts<F> {
  const conflicts = { [index]: new ConcurrentChange() };
  const find = (tx: ReadTx, pastReference: string) => tx.findOne(entity, { pastReference } as Partial<F>);
  async function bringIn(tx: Tx, reference: string, said: SaidOf<F>): Promise<F> {
    const fault = facts.fault(said, tx.now);
    if (fault) throw fault;
    const before = await find(tx, reference);
    if (before) {
      const difference = differenceIn<SaidOf<F>>(names, before, said);
      if (difference) throw facts.differs(reference, `/${difference}`);
      return before;
    }
    const taken = await facts.taken?.(tx, reference, said);
    if (taken) throw taken;
    const fact = { ...said, id: newId(facts.happenedAt(said).getTime()), pastReference: reference } as F;
    tx.insert(entity, fact, conflicts);
    facts.tell(tx, fact);
    return fact;
  }
  return {
    find,
    bringIn,
    async put(transactor, actor, reference, said) {
      assertWithinArea(actor, (said as Pick<F, 'areaCode'>).areaCode, '/areaCode');
      return transactor.transact(actor, (tx) => bringIn(tx, reference, said));
    },
  };
}

/** A value as it goes over HTTP. */
type Shown<V> = V extends Date ? string : V;

/** A fact of the time before as who brings it in sees it: it never changes. */
export type ShownPast<F extends PastFact> = { readonly [K in keyof SaidOf<F>]: Shown<F[K]> } & {
  readonly id: string;
  readonly reference: string;
  readonly version: 1;
};

const shown = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

export function showPast<F extends PastFact>({ id, pastReference, ...said }: F): ShownPast<F> {
  const entries = Object.entries(said).map(([name, value]) => [name, shown(value)]);
  return { ...Object.fromEntries(entries), id, reference: pastReference, version: 1 };
}

import type { KnockOutcome } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import type { KeyRing } from '@zero-distance/personal-data';
import type { Round } from '../round/round.js';

/** 户: where somebody knocks, in plain; only on its way in, and out through `reveal`. */
export interface Household {
  readonly address: string;
  readonly householdNumber?: string;
}

/** 敲门住户: a household on the list of a round, and what came of knocking at its door. */
export interface RoundTarget {
  readonly id: string;
  /** As many knocks as were recorded or put right; 0 while nobody has knocked. */
  readonly version: number;
  readonly roundId: string;
  /** 户序号: its place on the list. */
  readonly number: number;
  readonly areaCode: string;
  /** The organisation whose round it is. */
  readonly organisationId: string | null;
  /** {@link Household}, sealed; null when it was erased. */
  readonly household: string | null;
  /** Files of residents who live there, as far as they are known. */
  readonly residentIds: readonly string[];
  /** What counts of all knocks; null while nobody has knocked. */
  readonly outcome: KnockOutcome | null;
  readonly knocks: number;
  readonly lastKnockAt: Date | null;
}

/** A household to be put on a list. */
export interface Listed extends Household {
  readonly areaCode: string;
  readonly residentIds: readonly string[];
}

/** Written alike, whatever the width of letters and however many blanks. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** 同一户: the same address is the same door, unless both say a number of the household and it is another: two may share an address. */
export function isSameDoor(a: Household, b: Household): boolean {
  if (plain(a.address) !== plain(b.address)) return false;
  const [one, other] = [a.householdNumber, b.householdNumber];
  return one === undefined || other === undefined || plain(one) === plain(other);
}

const contextOf = (id: string): string => `${id}/household`;

const sealHousehold = (id: string, { address, householdNumber }: Household, ring: KeyRing): string =>
  ring.encrypt(JSON.stringify({ address, ...(householdNumber !== undefined && { householdNumber }) }), contextOf(id));

/** Undefined when it was erased. Callers that show it write an access record in the same transaction. */
export const openHousehold = ({ id, household }: Pick<RoundTarget, 'id' | 'household'>, ring: KeyRing): Household | undefined =>
  household === null ? undefined : (JSON.parse(ring.decrypt(household, contextOf(id))) as Household);

export function listTarget(
  { id: roundId, plannedBy }: Pick<Round, 'id' | 'plannedBy'>,
  said: Listed,
  number: number,
  ring: KeyRing,
): RoundTarget {
  const id = newId();
  return {
    ...{ id, version: 0, roundId, number, areaCode: said.areaCode, organisationId: plannedBy, household: sealHousehold(id, said, ring) },
    ...{ residentIds: said.residentIds, outcome: null, knocks: 0, lastKnockAt: null },
  };
}

/** 待敲门: nobody has knocked yet, or somebody is to come again. */
export const isToKnock = ({ outcome }: Pick<RoundTarget, 'outcome'>): boolean =>
  outcome === null || outcome === 'not-home' || outcome === 'will-call';

/** A resident of the register, as far as it says who lives with whom. */
export interface Dweller {
  readonly id: string;
  readonly areaCode: string;
  readonly address?: string;
  readonly householdNumber?: string;
}

/**
 * 按户归并: the households of residents: who has the same household number lives together, else who has the same address. Who says no address is in none.
 * @param isListed whether a resident is on the list already: then so is their household
 */
export function householdsOf(dwellers: readonly Dweller[], isListed: (residentId: string) => boolean): Listed[] {
  const found = new Map<string, Dweller[]>();
  for (const dweller of dwellers) {
    if (dweller.address === undefined) continue;
    const key = dweller.householdNumber === undefined ? `address ${dweller.address}` : `number ${dweller.householdNumber}`;
    found.set(key, [...(found.get(key) ?? []), dweller]);
  }
  return [...found.values()]
    .filter((together) => !together.some(({ id }) => isListed(id)))
    .map((together) => {
      const [{ areaCode, address = '', householdNumber }] = together as [Dweller];
      return { areaCode, address, ...(householdNumber !== undefined && { householdNumber }), residentIds: together.map(({ id }) => id) };
    });
}

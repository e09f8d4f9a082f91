import { ConcurrentChange, type Tx } from '@zero-distance/persistence';
import { holdResidents } from '../key-person/held-resident.store.js';
import { moveOpenMemberships } from '../resident-group/resident-group.store.js';
import { fileOf } from './opened-file.js';
import { ResidentEntity } from './resident.entity.js';
import { NOTHING_TAKEN, type Resident } from './resident.js';
import { keepIdNumber, mainsOf, mergedInto, moveIdNumber, RESIDENTS } from './resident.store.js';
import { type FileKeys, idIndexOf, type ResidentFile, type SealedFile, sealFile, withIdFacts } from './resident-file.js';
import { stillSame, without } from './taken-over.js';

/** A merged file with the files above it, up to the one in use, and those that go along with it. */
export interface Held {
  readonly found: Resident;
  readonly mains: readonly Resident[];
  readonly fileIds: readonly string[];
}

/** Holds a file with all that it was merged into and all that was merged into it, and reads them then: whoever merges or splits them off waits. */
export async function holdMerged(tx: Tx, id: string, ifMatch?: number): Promise<Held> {
  const read = async (): Promise<Held> => {
    const [found, mains, others] = await Promise.all([RESIDENTS.load(tx, id, ifMatch), mainsOf(tx, id), mergedInto(tx, id)]);
    return { found, mains, fileIds: [id, ...others.map((one) => one.id)] };
  };
  const idsOf = ({ mains, fileIds }: Held) => [...fileIds, ...mains.map((main) => main.id)];
  const before = idsOf(await read());
  await holdResidents(tx, ...before);
  const held = await read();
  if (idsOf(held).some((one) => !before.includes(one))) throw new ConcurrentChange();
  return held;
}

type Taken = Pick<Resident, 'takenFields' | 'takenGroups'>;

/**
 * Queues that no main file says any more what it took from this one, as far as it still says the same, and that number and groups are again those of this
 * file. Gives the groups.
 */
export function giveBack(tx: Tx, { found, mains }: Held, keys: FileKeys): string[] {
  const own = withIdFacts(fileOf(found, keys));
  let taken: Taken = found;
  for (const main of mains) {
    const { takenFields: fields, takenGroups: groups } = takeOut(tx, main, { own, taken }, keys);
    const isPassedOn = (name: string) => main.state !== 'merged' || [...main.takenFields, ...main.takenGroups].includes(name);
    taken = { takenFields: fields.filter(isPassedOn), takenGroups: groups.filter(isPassedOn) };
  }
  const top = mains.at(-1)?.id ?? found.id;
  if (taken.takenFields.includes('idNumber')) moveIdNumber(tx, top, found.id);
  else keepIdNumber(tx, found.id, idIndexOf(own, keys));
  moveOpenMemberships(tx, top, found.id, taken.takenGroups);
  return [...taken.takenGroups];
}

/** What of it the main file says yet: it is taken out. Of a file that was merged itself the groups stand with the one in use. */
function takeOut(tx: Tx, main: Resident, { own, taken }: { own: ResidentFile; taken: Taken }, keys: FileKeys): Taken {
  if (main.file === null) return NOTHING_TAKEN;
  const file = fileOf(main, keys);
  const takenFields = stillSame(file, own, taken.takenFields);
  const takenGroups = taken.takenGroups.filter((group) => main.state === 'merged' || main.groups.includes(group));
  const groups = main.groups.filter((group) => !takenGroups.includes(group));
  if (takenFields.length > 0 || groups.length < main.groups.length)
    saveMain(tx, main, { ...sealFile(main.id, without(file, takenFields), keys), groups });
  return { takenFields, takenGroups };
}

/** Of a file in use it is a correction; one that was merged itself, or is of somebody who left, tells nobody of it. */
function saveMain(tx: Tx, main: Resident, said: SealedFile & Pick<Resident, 'groups'>): void {
  if (main.state === 'registered') RESIDENTS.take(tx, main, 'correct', said);
  else tx.update(ResidentEntity, main, { ...said, ...(main.state === 'merged' && { phoneIndex: null }) }, 0);
}

import type { CareEnd } from '@zero-distance/contracts';
import { AREA_LEVELS, withChanges } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { holdResidents } from './held-resident.store.js';
import { ended, enterKeyPerson, type KeyPerson, unlooked } from './key-person.js';
import { careEnteredFor, careOf, insertKeyPerson, KEY_PERSONS, movePastCare, moveVisits, returnPastCare } from './key-person.store.js';
import { stepBySystem } from './key-person.transitions.js';
import { goesOnWith, mergedCare, ownRisk } from './merged-care.js';

// What becomes of care when something is done to the file of a resident, in the same transaction.

/** A file of a resident, as far as care follows it. */
interface Of {
  readonly id: string;
  readonly areaCode: string;
}

const isOpen = ({ state }: KeyPerson): boolean => state !== 'left';

/** Queues that a resident is looked after no more. Gives the ids of all that they were as a key person. */
export async function endCare(tx: Tx, residentId: string, leaving: CareEnd): Promise<string[]> {
  await holdResidents(tx, residentId);
  const all = await careOf(tx, residentId);
  for (const person of all.filter(isOpen)) KEY_PERSONS.save(tx, stepBySystem(person, 'leave', ended(leaving)));
  return all.map(({ id }) => id);
}

/** Queues that a resident who lives elsewhere now is looked after there. */
export async function moveCare(tx: Tx, residentId: string, areaCode: string): Promise<void> {
  await holdResidents(tx, residentId);
  const open = (await careOf(tx, residentId)).find(isOpen);
  if (open && open.areaCode !== areaCode) follow(tx, open, { id: residentId, areaCode });
}

/** 合并档案: queues that the care of one file is that of the main file. Where both are looked after, one goes on with the visits of both. */
export async function mergeCare(tx: Tx, from: string, main: Of): Promise<void> {
  await holdResidents(tx, from, main.id);
  const [other, own] = (await Promise.all([careOf(tx, from), careOf(tx, main.id)])).map((all) => all.find(isOpen));
  movePastCare(tx, from, main.id);
  if (!other) return;
  if (!own) {
    follow(tx, other, main);
    return;
  }
  const [kept, gone] = goesOnWith(own, other);
  KEY_PERSONS.save(tx, withChanges(stepBySystem(gone, 'leave', ended('merged')), { residentId: main.id, riskBefore: kept.risk }));
  moveVisits(tx, gone.id, kept.id);
  follow(tx, kept, main, mergedCare(kept, gone, tx.now, await readPolicies(tx, POLICIES)));
}

/**
 * 恢复: queues that care is again that of the file it was entered for, with the visits, at the own risk. Where the care of two had become one, that of the other begins
 * anew: nobody looks after them until somebody is found.
 * @param fileIds the file, and those that were merged into it
 */
export async function splitCare(tx: Tx, file: Of, fileIds: readonly string[]): Promise<void> {
  const found = await careEnteredFor(tx, fileIds);
  await holdResidents(tx, file.id, ...new Set(found.map(({ residentId }) => residentId)));
  const theirs = await careEnteredFor(tx, fileIds);
  const open = theirs.find(isOpen);
  returnPastCare(tx, file.id, fileIds);
  if (open) {
    const others = (await careOf(tx, open.residentId)).filter(({ enteredFor }) => !fileIds.includes(enteredFor));
    follow(tx, open, file, await riskAgain(tx, open, others.at(-1)));
    return beginAnew(tx, others, { id: open.residentId, areaCode: open.areaCode });
  }
  const past = theirs.at(-1);
  const kept = past && (await careOf(tx, past.residentId)).find(isOpen);
  const again = kept && (await riskAgain(tx, kept, past));
  if (again) follow(tx, kept, { id: kept.residentId, areaCode: kept.areaCode }, again);
  return beginAnew(tx, theirs, file);
}

/** What changes when somebody has the own risk again; undefined where nothing does. @param past whose care had become one with theirs */
const riskAgain = async (tx: Tx, kept: KeyPerson, past: KeyPerson | undefined): Promise<Partial<KeyPerson> | undefined> =>
  past && ownRisk(kept, past, tx.now, await readPolicies(tx, POLICIES));

/** Queues that somebody is looked after anew whose care had become one with that of somebody else. */
async function beginAnew(tx: Tx, past: readonly KeyPerson[], { id: residentId, areaCode }: Of): Promise<void> {
  const last = past.at(-1);
  if (last?.leaving !== 'merged') return;
  const { kind, risk, organisationId, enteredFor } = last;
  const begun = enterKeyPerson({ residentId, areaCode, kind, risk, organisationId }, tx.now, await readPolicies(tx, POLICIES));
  const again = insertKeyPerson(tx, { ...begun, enteredFor });
  tx.write(
    'update care_visit set key_person_id = $1 where entered_for = any($2::uuid[]) and key_person_id <> all($3::uuid[])',
    [again.id, past.map((one) => one.enteredFor), past.map(({ id }) => id)],
    'any',
  );
}

/** Queues that care is that of a file, where it is. Who looks after them goes on in the same community alone: nobody is given whom they could not see. */
function follow(tx: Tx, person: KeyPerson, { id: residentId, areaCode }: Of, changes: Partial<KeyPerson> = {}): void {
  const [action, nobody] = isNear(person.areaCode, areaCode)
    ? (['move', {}] as const)
    : (['move-away', unlooked(person, changes)] as const);
  KEY_PERSONS.save(tx, stepBySystem(person, action, { ...changes, ...nobody, residentId, areaCode }));
}

const isNear = (one: string, other: string): boolean => one.slice(0, AREA_LEVELS.community) === other.slice(0, AREA_LEVELS.community);

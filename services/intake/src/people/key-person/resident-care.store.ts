import type { CareEnd } from '@zero-distance/contracts';
import { withChanges } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { changed, ended, type KeyPerson } from './key-person.js';
import { careOf, holdResidents, KEY_PERSONS, movePastCare, moveVisits } from './key-person.store.js';
import { stepBySystem } from './key-person.transitions.js';

// What becomes of care when something is done to the file of a resident, in the same transaction.

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
  if (open && open.areaCode !== areaCode) KEY_PERSONS.save(tx, stepBySystem(open, 'move', { areaCode }));
}

/** 合并档案: queues that the care of one file is that of the main file. Where both are looked after, the main one goes on with the visits of both. */
export async function mergeCare(tx: Tx, from: string, main: { readonly id: string; readonly areaCode: string }): Promise<void> {
  await holdResidents(tx, from, main.id);
  const [other, own] = (await Promise.all([careOf(tx, from), careOf(tx, main.id)])).map((all) => all.find(isOpen));
  movePastCare(tx, from, main.id);
  if (!other) return;
  const goesOver = { residentId: main.id, areaCode: main.areaCode };
  if (!own) {
    KEY_PERSONS.save(tx, stepBySystem(other, 'move', goesOver));
    return;
  }
  KEY_PERSONS.save(tx, withChanges(stepBySystem(other, 'leave', ended('merged')), { residentId: main.id }));
  moveVisits(tx, other.id, own.id);
  const whole = { ...own, lastVisitAt: later(own.lastVisitAt, other.lastVisitAt) };
  const { dueAt, nextAt } = changed(whole, {}, tx.now, await readPolicies(tx, POLICIES));
  KEY_PERSONS.save(tx, stepBySystem(own, 'move', { lastVisitAt: whole.lastVisitAt, dueAt, nextAt }));
}

const later = (one: Date | null, other: Date | null): Date | null => (one === null || (other !== null && other > one) ? other : one);

import { dateOf } from '@zero-distance/calendar';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import type { GroupMembership } from '../resident-group/resident-group.js';
import { checkGroups, joinGroup } from '../resident-group/resident-group.store.js';
import { refuseResident } from './resident.errors.js';
import { type NewResident, type Resident, registerResident } from './resident.js';
import { keepIdNumber, RESIDENTS } from './resident.store.js';
import { contradictedBy, type FileKeys, idIndexOf, type ResidentFile, withIdFacts } from './resident-file.js';

/** Since when they belong to a group, and by what that is known. */
type Membership = Pick<GroupMembership, 'since' | 'source'>;

/** Somebody new, typed in or brought in by file: by the same rules. Refuses a day to come, an unknown group and a number that has a file. */
export async function registerIn(
  tx: Tx,
  keys: FileKeys,
  { file: said, groups, consentOn, ...by }: NewResident,
  membershipOf: (group: string) => Membership,
): Promise<Resident> {
  const today = dateOf(tx.now);
  checkFile(said, today);
  if (consentOn > today) throw refuseResident('resident.day_to_come', { field: 'consentOn' }, '/consentOn');
  await checkGroups(tx, groups, today, (at) => `/groups/${at}`);
  const file = withIdFacts(said);
  const named = [...new Set(groups)];
  const resident = registerResident({ ...by, consentOn, groups: named, file }, tx.now, keys, await readPolicies(tx, POLICIES));
  keepIdNumber(tx, resident.id, idIndexOf(file, keys));
  const registered = RESIDENTS.insert(tx, resident); // before what is said of it: coverage is noted where they live
  for (const groupCode of named) joinGroup(tx, { residentId: resident.id, groupCode, ...membershipOf(groupCode) });
  return registered;
}

/** @param today `YYYY-MM-DD` */
export function checkFile(file: ResidentFile, today: string): void {
  const wrong = contradictedBy(file);
  if (wrong) throw refuseResident('resident.contradicts_id_number', { field: wrong }, `/${wrong}`);
  const { bornOn } = withIdFacts(file);
  const field = file.bornOn === undefined ? 'idNumber' : 'bornOn';
  if (bornOn !== undefined && bornOn > today) throw refuseResident('resident.day_to_come', { field }, `/${field}`);
}

import { newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { BY_CODE, defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { GroupMembershipEntity, ResidentGroupEntity } from './resident-group.entity.js';
import { refuseGroup } from './resident-group.errors.js';
import type { GroupMembership } from './resident-group.js';

/** Its changes are told to nobody: events of residents name groups by code. */
export const RESIDENT_GROUPS = defineRegister({
  entity: ResidentGroupEntity,
  key: 'code',
  visible: { by: 'everybody' },
  filters: {},
  orders: BY_CODE,
  unique: 'resident_group_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
});

/** Refuses groups that there are not, or not any more. @param today `YYYY-MM-DD` */
export async function checkGroups(tx: ReadTx, codes: readonly string[], today: string, pointerOf: (at: number) => string): Promise<void> {
  if (codes.length === 0) return;
  const known = await tx.query<{ code: string }>(
    'select code from resident_group where code = any($1::text[]) and (retired_on is null or retired_on > $2)',
    [codes, today],
  );
  for (const [at, group] of codes.entries())
    if (!known.some(({ code }) => code === group)) throw refuseGroup('resident_group.unknown', { group }, pointerOf(at));
}

/** Whether there is such a group, or was. */
export const isGroup = async (tx: ReadTx, code: string): Promise<boolean> =>
  (await tx.findOne(ResidentGroupEntity, { code })) !== undefined;

/** Queues that a resident belongs to a group from a day on. */
export const joinGroup = (tx: Tx, joined: Omit<GroupMembership, 'id' | 'until'>): void =>
  tx.insert(GroupMembershipEntity, { ...joined, id: newId(tx.now.getTime()), until: null });

/** Queues that a resident belongs to a group no more. Who joined later than that day never belonged to it. */
export const leaveGroup = (tx: Tx, residentId: string, group: string, until: string): void =>
  tx.write(
    'update group_membership set until = greatest(since, $3::date) where resident_id = $1 and group_code = $2 and until is null',
    [residentId, group, until],
    'any',
  );

/** Queues that a resident belongs to none any more. */
export const leaveAllGroups = (tx: Tx, residentId: string, until: string): void =>
  tx.write(
    'update group_membership set until = greatest(since, $2::date) where resident_id = $1 and until is null',
    [residentId, until],
    'any',
  );

/** Where a membership of another file of the same person says what one of the main file says already. */
const SAID_BY_MAIN = `exists (select from group_membership o where o.resident_id = $2 and o.group_code = m.group_code
  and o.since < coalesce(m.until, 'infinity') and m.since < coalesce(o.until, 'infinity'))`;

/** Queues that what one file says of groups is said by another: nothing of it is lost, and nothing is said twice. */
export function moveMemberships(tx: Tx, from: string, to: string): void {
  tx.write(`update group_membership m set resident_id = $2 where m.resident_id = $1 and not ${SAID_BY_MAIN}`, [from, to], 'any');
  tx.write(`delete from group_membership m where m.resident_id = $1 and ${SAID_BY_MAIN}`, [from, to], 'any');
}

/** Queues that what one file says of groups today is said by another again. */
export const moveOpenMemberships = (tx: Tx, from: string, to: string, groups: readonly string[]): void =>
  tx.write(
    'update group_membership set resident_id = $2 where resident_id = $1 and group_code = any($3::text[]) and until is null',
    [from, to, groups],
    'any',
  );

/** What a resident belonged to, the newest first. */
export const membershipsOf = (tx: ReadTx, residentId: string): Promise<GroupMembership[]> =>
  tx.query<GroupMembershipEntity & Record<string, unknown>>(
    `${tx.select(GroupMembershipEntity, 'm')} where m.resident_id = $1 order by m.since desc, m.id desc`,
    [residentId],
  );

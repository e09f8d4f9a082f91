import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import { type Actor, withChanges } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { refuseGroup } from '../resident-group/resident-group.errors.js';
import { checkGroups, joinGroup, leaveGroup } from '../resident-group/resident-group.store.js';
import type { JoinGroupInput, LeaveGroupInput, ResidentDto } from './resident.dto.js';
import { refuseResident } from './resident.errors.js';
import { RESIDENTS } from './resident.store.js';
import { toResidentDto } from './resident.view.js';

/** 所属群体: who belongs to which, from when and until when. */
@Injectable()
export class GroupMembershipService {
  constructor(private readonly transactor: Transactor) {}

  join(actor: Actor, id: string, { group, since, source }: JoinGroupInput, ifMatch?: number): Promise<ResidentDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await RESIDENTS.load(tx, id, ifMatch);
      const today = dateOf(tx.now);
      const step = RESIDENTS.step(tx, found, 'join-group');
      if (since !== undefined && since > today) throw refuseResident('resident.day_to_come', { field: 'since' }, '/since');
      if (found.groups.includes(group)) throw refuseGroup('resident_group.joined', { group }, '/group');
      await checkGroups(tx, [group], today, () => '/group');
      joinGroup(tx, { residentId: id, groupCode: group, since: since ?? today, source });
      return toResidentDto(RESIDENTS.save(tx, withChanges(step, { groups: [...found.groups, group] })), tx);
    });
  }

  leave(actor: Actor, id: string, { group, reason }: LeaveGroupInput, ifMatch?: number): Promise<ResidentDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await RESIDENTS.load(tx, id, ifMatch);
      const step = RESIDENTS.step(tx, found, 'leave-group');
      if (!found.groups.includes(group)) throw refuseGroup('resident_group.not_joined', { group }, '/group');
      leaveGroup(tx, id, group, dateOf(tx.now));
      const groups = found.groups.filter((one) => one !== group);
      return toResidentDto(RESIDENTS.save(tx, { ...withChanges(step, { groups }), reason }), tx);
    });
  }
}

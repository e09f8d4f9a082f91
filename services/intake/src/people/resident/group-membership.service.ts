import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import type { Actor } from '@zero-distance/kernel';
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
      const after = RESIDENTS.take(tx, found, 'join-group', { groups: [...found.groups, group] });
      if (since !== undefined && since > today) throw refuseResident('resident.day_to_come', { field: 'since' }, '/since');
      if (found.groups.includes(group)) throw refuseGroup('resident_group.joined', { group }, '/group');
      await checkGroups(tx, [group], today, '/group');
      joinGroup(tx, { residentId: id, groupCode: group, since: since ?? today, source });
      return toResidentDto(after, tx);
    });
  }

  leave(actor: Actor, id: string, { group, reason }: LeaveGroupInput, ifMatch?: number): Promise<ResidentDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await RESIDENTS.load(tx, id, ifMatch);
      const groups = found.groups.filter((one) => one !== group);
      const after = RESIDENTS.take(tx, found, 'leave-group', { groups }, { reason });
      if (!found.groups.includes(group)) throw refuseGroup('resident_group.not_joined', { group }, '/group');
      leaveGroup(tx, id, group, dateOf(tx.now));
      return toResidentDto(after, tx);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { RESIDENTS } from '../../people/resident/resident.store.js';
import { refuseGroup } from '../../people/resident-group/resident-group.errors.js';
import { isGroup } from '../../people/resident-group/resident-group.store.js';
import { toServiceItemDto } from '../service-item/service-item.view.js';
import type { PublicMenuQuery, ServiceMenuDto } from './service-menu.dto.js';
import { groupsOn, itemsFor } from './service-menu.store.js';

/** 服务菜单: the catalogue, cut to who asks. */
@Injectable()
export class ServiceMenuService {
  constructor(private readonly transactor: Transactor) {}

  /** For a resident whom the caller may see, by the groups of today. */
  ofResident(actor: Actor, residentId: string): Promise<ServiceMenuDto> {
    return this.transactor.read(actor, async (tx) => {
      await RESIDENTS.load(tx, residentId); // who may not see them gets the 404 alone
      return menuOf(tx, await groupsOn(tx, residentId, dateOf(tx.now)));
    });
  }

  /** For anybody: a group says nothing of anyone. */
  open({ group }: PublicMenuQuery): Promise<ServiceMenuDto> {
    return this.transactor.read(SYSTEM, async (tx) => {
      if (group !== undefined && !(await isGroup(tx, group))) throw refuseGroup('resident_group.not_found', { group }, 'group');
      return menuOf(tx, group === undefined ? [] : [group]);
    });
  }
}

async function menuOf(tx: ReadTx, groups: string[]): Promise<ServiceMenuDto> {
  return { groups, items: (await itemsFor(tx, groups, dateOf(tx.now))).map(toServiceItemDto) };
}

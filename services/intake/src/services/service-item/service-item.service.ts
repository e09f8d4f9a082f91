import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertAreaInUse, mapPage, type Page } from '@zero-distance/platform';
import { checkGroups } from '../../people/resident-group/resident-group.store.js';
import type { RegisterServiceItemInput, ServiceItemDto, ServiceItemQuery } from './service-item.dto.js';
import { refuseItem } from './service-item.errors.js';
import { EVERYONE, type ServiceItem } from './service-item.js';
import { chainFrom, itemInVersion, SERVICE_ITEMS } from './service-item.store.js';
import { toServiceItemDto } from './service-item.view.js';

/** The service catalogue 服务清单. */
@Injectable()
export class ServiceItemService {
  constructor(private readonly transactor: Transactor) {}

  register(actor: Actor, code: string, input: RegisterServiceItemInput, ifMatch?: number): Promise<ServiceItemDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { fee = null, onlineLink = null, categoryCode = null, retiredOn = null, successorItem = null } = input;
      const facts = { ...input, fee, onlineLink, categoryCode, retiredOn, successorItem };
      return toServiceItemDto(
        (
          await SERVICE_ITEMS.put(tx, code, facts, ifMatch, async (put, before) => {
            await checkEligible(tx, put, before);
            await checkPlaces(tx, put, before);
            await checkSuccessor(tx, put);
          })
        ).row,
      );
    });
  }

  /** Everybody may read what the district offers. */
  list(query: ServiceItemQuery): Promise<Page<ServiceItemDto>> {
    return this.transactor.read(SYSTEM, async (tx) => mapPage(await SERVICE_ITEMS.list(tx, query), toServiceItemDto));
  }

  /** 历史版本: what was offered when something was ordered. */
  inVersion(code: string, version: number): Promise<ServiceItemDto> {
    return this.transactor.read(SYSTEM, async (tx) => {
      const item = await itemInVersion(tx, code, version);
      if (!item) throw refuseItem('service_item.not_found', { code, version });
      return toServiceItemDto(item);
    });
  }
}

/** An item may stay with a group that is out of use by now, and be given to none that there is not: nobody could order it. */
async function checkEligible(tx: Tx, { eligibleGroups }: ServiceItem, before: ServiceItem | undefined): Promise<void> {
  const added = eligibleGroups.filter((group) => group !== EVERYONE && !before?.eligibleGroups.includes(group));
  const pointerOf = (at: number) => `/eligibleGroups/${eligibleGroups.indexOf(added[at] ?? '')}`;
  await checkGroups(tx, added, dateOf(tx.now), pointerOf);
}

/** An item may stay where it could be had, in an area that is retired by now, and is offered anew in none. */
async function checkPlaces(tx: Tx, { places }: ServiceItem, before: ServiceItem | undefined): Promise<void> {
  for (const [at, place] of places.entries())
    if (!before?.places.includes(place)) await assertAreaInUse(tx, 'intake', place, `/places/${at}`);
}

async function checkSuccessor(tx: Tx, { code, retiredOn, successorItem }: ServiceItem): Promise<void> {
  if (successorItem === null) return;
  const chain = await chainFrom(tx, successorItem);
  if (retiredOn === null || chain.length === 0 || chain.some((one) => one.code === code))
    throw refuseItem('service_item.successor_wanted', { successor: successorItem }, '/successorItem');
}

import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page } from '@zero-distance/platform';
import type { RegisterServiceItemInput, ServiceItemDto, ServiceItemQuery } from './service-item.dto.js';
import { refuseItem } from './service-item.errors.js';
import type { ServiceItem } from './service-item.js';
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
      return toServiceItemDto((await SERVICE_ITEMS.put(tx, code, facts, ifMatch, (put) => checkSuccessor(tx, put))).row);
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

async function checkSuccessor(tx: Tx, { code, retiredOn, successorItem }: ServiceItem): Promise<void> {
  if (successorItem === null) return;
  const chain = await chainFrom(tx, successorItem);
  if (retiredOn === null || chain.length === 0 || chain.some((one) => one.code === code))
    throw refuseItem('service_item.successor_wanted', { successor: successorItem }, '/successorItem');
}

import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { decodeCursor, encodeCursor, type Page, toPage } from '@zero-distance/platform';
import { putRow } from '../register/register.store.js';
import type { RegisterServiceItemDto, ServiceItemDto, ServiceItemQuery } from './service-item.dto.js';
import { ServiceItemEntity } from './service-item.entity.js';
import { listServiceItems } from './service-item.store.js';

/** The service catalogue 服务清单. */
@Injectable()
export class ServiceItemService {
  constructor(private readonly transactor: Transactor) {}

  register(actor: Actor, code: string, input: RegisterServiceItemDto, ifMatch?: number): Promise<ServiceItemDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { row } = await putRow(tx, ServiceItemEntity, code, input, ifMatch);
      return toDto(row);
    });
  }

  /** Everybody may read what the district offers. */
  list(query: ServiceItemQuery): Promise<Page<ServiceItemDto>> {
    const [after] = decodeCursor(query.cursor, ['text']) ?? [''];
    return this.transactor.read(SYSTEM, async (tx) => {
      const rows = await listServiceItems(tx, query.group, after, query.limit + 1);
      return toPage(rows, query.limit, toDto, (row) => encodeCursor(row.code));
    });
  }
}

const toDto = ({ id: _, ...item }: ServiceItemEntity): ServiceItemDto => item;

import { Injectable } from '@nestjs/common';
import { type Actor, newId, SYSTEM } from '@zero-distance/kernel';
import { expectVersion, Transactor } from '@zero-distance/messaging';
import { decodeCursor, encodeCursor, type Page, toPage } from '@zero-distance/platform';
import type { RegisterServiceItemDto, ServiceItemDto, ServiceItemQuery } from './service-item.dto.js';
import { ServiceItemEntity } from './service-item.entity.js';

/** The service catalogue 服务清单. */
@Injectable()
export class ServiceItemService {
  constructor(private readonly transactor: Transactor) {}

  register(actor: Actor, code: string, input: RegisterServiceItemDto, ifMatch?: number): Promise<ServiceItemDto> {
    return this.transactor.transact(actor, async (tx) => {
      const known = await tx.findOne(ServiceItemEntity, { code });
      if (known) expectVersion(known.version, ifMatch);
      const item = { ...input, code, version: (known?.version ?? 0) + 1 };
      if (known) tx.update(ServiceItemEntity, known, input);
      else tx.insert(ServiceItemEntity, { ...item, id: newId() });
      return item;
    });
  }

  /** Everybody may read what the district offers. */
  list(query: ServiceItemQuery): Promise<Page<ServiceItemDto>> {
    const [after] = decodeCursor(query.cursor, ['text']) ?? [''];
    return this.transactor.read(SYSTEM, async (tx) => {
      const sql = `select ${tx.columns(ServiceItemEntity)} from service_item
        where ($1::text is null or "group" = $1) and code > $2 order by code limit $3`;
      const rows = await tx.page<ServiceItemEntity>(sql, [query.group ?? null, after, query.limit + 1]);
      return toPage(
        rows,
        query.limit,
        ({ id: _, ...item }) => item,
        (row) => encodeCursor(row.code),
      );
    });
  }
}

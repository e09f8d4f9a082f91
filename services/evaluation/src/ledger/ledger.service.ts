import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { decodeCursor, encodeCursor, type Page, toPage } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import type { LedgerItemDto, LedgerQuery } from './ledger.dto.js';
import { findInLedger, listLedger } from './ledger.store.js';
import { toLedgerItemDto } from './ledger.view.js';

/** 公示台账: what anybody may read. Put together when it is read, so it never disagrees with what was heard. */
@Injectable()
export class LedgerService {
  constructor(private readonly transactor: Transactor) {}

  list({ areaCode = '', cursor, limit }: LedgerQuery): Promise<Page<LedgerItemDto>> {
    const [closedAt, requestId] = decodeCursor(cursor, ['time', 'uuid']) ?? [];
    const after = closedAt && requestId ? { closedAt, requestId } : undefined;
    return this.transactor.read(SYSTEM, async (tx) => {
      const rows = await listLedger(tx, areaCode, after, limit + 1);
      return toPage(rows, limit, toLedgerItemDto, (row) => encodeCursor(row.closedAt.toISOString(), row.requestId));
    });
  }

  find(requestNumber: string): Promise<LedgerItemDto> {
    return this.transactor.read(SYSTEM, async (tx) => {
      const row = await findInLedger(tx, requestNumber);
      if (!row) throw refuse('ledger.not_found', { number: requestNumber });
      return toLedgerItemDto(row);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page, readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import type {
  MobileGridWorkerDto,
  MobileGridWorkerQuery,
  RegisterMobileGridWorkerInput,
  WorkerPointsDto,
} from './mobile-grid-worker.dto.js';
import { refuseWorker } from './mobile-grid-worker.errors.js';
import { MOBILE_GRID_WORKERS } from './mobile-grid-worker.store.js';
import { toMobileGridWorkerDto, toSnapshotPointDto } from './mobile-grid-worker.view.js';
import { honourOf, monthOf } from './snapshot-point.js';
import { ledgerOf, sumsOf } from './snapshot-point.store.js';

/** 移动网格员: who they are, and what they have earned. */
@Injectable()
export class MobileGridWorkerService {
  constructor(private readonly transactor: Transactor) {}

  register(actor: Actor, code: string, input: RegisterMobileGridWorkerInput, ifMatch?: number): Promise<MobileGridWorkerDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    const { accountId, platform, areaCode, pioneer = false, verifiedOn = null, retiredOn = null } = input;
    const facts = { accountId, platform, areaCode, pioneer, verifiedOn, retiredOn };
    return this.transactor.transact(actor, async (tx) => {
      const { row } = await MOBILE_GRID_WORKERS.put(tx, code, facts, ifMatch, (_, before) => {
        if (!before) return;
        assertWithinArea(actor, before.areaCode, 'code');
        if (accountId !== before.accountId) throw refuseWorker('mobile_grid_worker.account_stays', {}, '/accountId');
      });
      return toMobileGridWorkerDto(row);
    });
  }

  list(actor: Actor, query: MobileGridWorkerQuery): Promise<Page<MobileGridWorkerDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await MOBILE_GRID_WORKERS.list(tx, query), toMobileGridWorkerDto));
  }

  /** 积分、荣誉, of one of them: what they have earned says nothing of others. */
  points(actor: Actor, code: string): Promise<WorkerPointsDto> {
    return this.transactor.read(actor, async (tx) => {
      const worker = await MOBILE_GRID_WORKERS.load(tx, code);
      const [sums, entries, policies] = await Promise.all([
        sumsOf(tx, worker.id, monthOf(tx.now)),
        ledgerOf(tx, worker.id),
        readPolicies(tx, POLICIES),
      ]);
      return {
        code,
        total: sums.total,
        thisMonth: sums.month,
        monthlyCap: policies['snapshot-points-cap'],
        honour: honourOf(sums.total, policies['snapshot-honours']),
        entries: entries.map(toSnapshotPointDto),
      };
    });
  }
}

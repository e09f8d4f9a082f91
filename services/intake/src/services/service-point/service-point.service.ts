import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page } from '@zero-distance/platform';
import { checkPosition } from '../../requests/request/point.store.js';
import type { FreeBaysInput, RegisterServicePointInput, ServicePointDto, ServicePointQuery } from './service-point.dto.js';
import { refusePoint } from './service-point.errors.js';
import { positionOf } from './service-point.js';
import { pointOf, SERVICE_POINTS, saveFreeBays, statesOf } from './service-point.store.js';
import { toServicePointDto } from './service-point.view.js';

/** 阵地: where people are served, and where who works outdoors may rest. */
@Injectable()
export class ServicePointService {
  constructor(private readonly transactor: Transactor) {}

  register(actor: Actor, code: string, input: RegisterServicePointInput, ifMatch?: number): Promise<ServicePointDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    const { phone = null, retiredOn = null, successorCode = null, ...said } = input;
    return this.transactor.transact(actor, async (tx) => {
      await checkPosition(tx, positionOf(said));
      if (successorCode !== null) await checkSuccessor(tx, code, { successorCode, retiredOn });
      const { row } = await SERVICE_POINTS.put(tx, code, { ...said, phone, retiredOn, successorCode }, ifMatch, (_, before) => {
        if (before) assertWithinArea(actor, before.areaCode, 'code');
      });
      return toServicePointDto(row, (await statesOf(tx, [code]))(code));
    });
  }

  list(actor: Actor, query: ServicePointQuery): Promise<Page<ServicePointDto>> {
    return this.transactor.read(actor, async (tx) => {
      const page = await SERVICE_POINTS.list(tx, query);
      const codes = page.items.map(({ code }) => code);
      const stateOf = await statesOf(tx, codes);
      return mapPage(page, (point) => toServicePointDto(point, stateOf(point.code)));
    });
  }

  /** 清点车位: how many are free now, by who looks after the place or by its barrier. */
  countBays(actor: Actor, code: string, { free }: FreeBaysInput): Promise<ServicePointDto> {
    return this.transactor.transact(actor, async (tx) => {
      const point = await pointOf(tx, actor, code);
      if (free > point.bays) throw refusePoint('service_point.more_than_bays', { code, bays: point.bays }, '/free');
      saveFreeBays(tx, code, free);
      return toServicePointDto(point, { freeBays: free, baysCountedAt: tx.now });
    });
  }
}

async function checkSuccessor(
  tx: ReadTx,
  code: string,
  { successorCode, retiredOn }: { readonly successorCode: string; readonly retiredOn: string | null },
): Promise<void> {
  if (retiredOn === null) throw refusePoint('service_point.successor_of_none', {}, '/retiredOn');
  const successor = successorCode === code ? undefined : await SERVICE_POINTS.find(tx, successorCode);
  if (!successor || successor.retiredOn !== null)
    // one that is to go itself would lead in a circle
    throw refusePoint('service_point.no_successor', { code: successorCode }, '/successorCode');
}

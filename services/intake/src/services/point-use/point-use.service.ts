import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { AreasInUse, mapPage, type Page, readPolicies, type Target } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { organisationId } from '../../reference/organisation/organisation.store.js';
import { pointOf } from '../service-point/service-point.store.js';
import type { CorrectUseInput, PointUseDetailDto, PointUseDto, PointUseQuery, RecordUseInput } from './point-use.dto.js';
import { refuseUse } from './point-use.errors.js';
import { isSame, overlaps, recordUse, spanFault } from './point-use.js';
import { POINT_USES, usesOn } from './point-use.store.js';
import { toPointUseDetailDto, toPointUseDto } from './point-use.view.js';

/** 阵地使用: how often service points are used, as whoever looks after them counts it. */
@Injectable()
export class PointUseService {
  constructor(
    private readonly transactor: Transactor,
    private readonly areas: AreasInUse,
  ) {}

  /** 登记: what is sent again as it is, by a counter at the door or in a file, is the count that is there. */
  record(actor: Actor, { servicePointCode: code, uses, method, ...when }: RecordUseInput): Promise<PointUseDto> {
    const span = { day: when.day, fromHour: when.fromHour ?? null, toHour: when.toHour ?? null };
    return this.transactor.transact(actor, async (tx) => {
      const point = await pointOf(tx, actor, code, '/servicePointCode');
      const fault = spanFault(span, tx.now);
      if (fault) throw refuseUse(fault === 'hours' ? 'point_use.hours_wrong' : 'point_use.not_yet', {}, `/${FAULTS[fault]}`);
      const { retiredOn } = point;
      if (retiredOn !== null && span.day >= retiredOn) throw refuseUse('point_use.point_not_there', { code, day: retiredOn }, '/day');
      const said = { ...span, uses, method };
      const known = (await usesOn(tx, code, span.day)).find((use) => overlaps(use, span));
      if (known && isSame(known, said)) return toPointUseDto(known, tx);
      if (known) throw refuseUse('point_use.counted_already', { code, day: span.day, uses: known.uses, id: known.id }, '/day');
      const [runs, policies] = await Promise.all([organisationId(tx, point.operatorOrganisation), readPolicies(tx, POLICIES)]);
      const where = {
        servicePointCode: code,
        areaCode: this.areas.goesOnIn(point.areaCode),
        organisationId: runs ?? null,
        recordedBy: actor.id,
      };
      return toPointUseDto(POINT_USES.insert(tx, recordUse(said, where, tx.now, policies)), tx);
    });
  }

  list(actor: Actor, query: PointUseQuery): Promise<Page<PointUseDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await POINT_USES.list(tx, query), (found) => toPointUseDto(found, tx)));
  }

  get(actor: Actor, id: string): Promise<PointUseDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await POINT_USES.load(tx, id);
      return toPointUseDetailDto(found, await POINT_USES.history(tx, found), tx);
    });
  }

  /** 更正: once, and why. */
  correct(actor: Actor, { id, ifMatch }: Target, { uses, method, reason }: CorrectUseInput): Promise<PointUseDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await POINT_USES.load(tx, id, ifMatch);
      const said = { uses, method: method ?? found.method };
      if (isSame(found, { ...found, ...said })) throw refuseUse('point_use.same', {}, '/uses');
      return toPointUseDto(POINT_USES.take(tx, found, 'correct', said, { reason }), tx);
    });
  }
}

const FAULTS = { hours: 'toHour', 'not-yet': 'day' } as const;

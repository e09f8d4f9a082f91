import { Injectable } from '@nestjs/common';
import { type Actor, isWithinArea } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { AreasInUse, mapPage, type Page, readPolicies, type Target } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { organisationId } from '../../reference/organisation/organisation.store.js';
import { refusePoint } from '../service-point/service-point.errors.js';
import type { ServicePoint } from '../service-point/service-point.js';
import { pointNames, SERVICE_POINTS } from '../service-point/service-point.store.js';
import type { CorrectUseInput, PointUseDetailDto, PointUseDto, PointUseQuery, RecordUseInput } from './point-use.dto.js';
import { refuseUse } from './point-use.errors.js';
import { FIRST_DAY, isSaidFirst, isSame, overlaps, type PointUse, recordUse, recounted, type Span, spanFault } from './point-use.js';
import { areaOnDay, holdPoint, keepsPoint, POINT_USES, usesOn } from './point-use.store.js';
import { toPointUseDetailDto, toPointUseDto } from './point-use.view.js';

/** 阵地使用: how often service points are used, as whoever looks after them counts it. */
@Injectable()
export class PointUseService {
  constructor(
    private readonly transactor: Transactor,
    private readonly areas: AreasInUse,
  ) {}

  /**
   * 登记: what is sent again as it is, by a counter at the door or in a file, is the count that is there; also when that was set right since.
   */
  record(actor: Actor, { servicePointCode: code, uses, method, ...when }: RecordUseInput): Promise<PointUseDto> {
    const said = { day: when.day, fromHour: when.fromHour ?? null, toHour: when.toHour ?? null, uses, method };
    return this.transactor.transact(actor, async (tx) => {
      await holdPoint(tx, code);
      const { point, ...where } = await this.placeOf(tx, code);
      checkSpan(point, said, tx.now);
      const known = (await usesOn(tx, code, said.day)).find((use) => overlaps(use, said));
      if (known && (isSame(known, said) || isSaidFirst(known, said))) return toPointUseDto(known, { ...caller(tx), name: point.name });
      if (known) throw refuseUse('point_use.counted_already', { code, day: said.day, uses: known.uses, id: known.id }, '/day');
      const [countedIn, policies] = await Promise.all([areaOnDay(tx, point.areaCode, said.day), readPolicies(tx, POLICIES)]);
      const place = { servicePointCode: code, ...where, countedIn, recordedBy: actor.id };
      const view = { ...caller(tx), name: point.name };
      return toPointUseDto(POINT_USES.insert(tx, recordUse(said, place, tx.now, policies)), view);
    });
  }

  /** The point, and where what is counted of it lies: in the area that its own went into, if that is no more. Throws 404, or 403 to who does not look after it. */
  private async placeOf(tx: ReadTx, code: string): Promise<Place> {
    const point = await SERVICE_POINTS.find(tx, code);
    const areaCode = point && this.areas.goesOnIn(point.areaCode);
    if (!areaCode || !isWithinArea(areaCode, tx.actor.area)) throw refusePoint('service_point.not_found', { code }, '/servicePointCode');
    const where = { areaCode, organisationId: (await organisationId(tx, point.operatorOrganisation)) ?? null };
    if (await keepsPoint(tx, where)) return { point, ...where };
    throw refuseUse('point_use.kept_by_others', { code, operator: point.operatorOrganisation }, '/servicePointCode');
  }

  list(actor: Actor, query: PointUseQuery): Promise<Page<PointUseDto>> {
    return this.transactor.read(actor, async (tx) => {
      const page = await POINT_USES.list(tx, query);
      const viewOf = await viewsOf(tx, page.items);
      return mapPage(page, (found) => toPointUseDto(found, viewOf(found)));
    });
  }

  get(actor: Actor, id: string): Promise<PointUseDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await POINT_USES.load(tx, id);
      const [history, viewOf] = await Promise.all([POINT_USES.history(tx, found), viewsOf(tx, [found])]);
      return toPointUseDetailDto(found, history, viewOf(found));
    });
  }

  /** 更正: once, and why. */
  correct(actor: Actor, { id, ifMatch }: Target, { uses, method, reason }: CorrectUseInput): Promise<PointUseDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await POINT_USES.load(tx, id, ifMatch);
      const said = { uses, method: method ?? found.method };
      if (isSame(found, { ...found, ...said })) throw refuseUse('point_use.same', {}, '/uses');
      const viewOf = await viewsOf(tx, [found]);
      return toPointUseDto(POINT_USES.take(tx, found, 'correct', recounted(found, said), { reason }), viewOf(found));
    });
  }
}

interface Place extends Pick<PointUse, 'areaCode' | 'organisationId'> {
  readonly point: ServicePoint;
}

const caller = ({ actor, now }: Pick<ReadTx, 'actor' | 'now'>) => ({ actor, now });

/** How each of these is shown: of a point of which nothing is known any more the code is its name. */
async function viewsOf(tx: ReadTx, uses: readonly PointUse[]) {
  const names = await pointNames(tx, [...new Set(uses.map(({ servicePointCode }) => servicePointCode))]);
  return ({ servicePointCode: code }: PointUse) => ({ ...caller(tx), name: names.get(code) ?? code });
}

const FAULTS = { hours: 'point_use.hours_wrong', 'not-yet': 'point_use.not_yet', 'too-early': 'point_use.too_early' } as const;

/** Nobody counts what has not begun, nor of a point that was there no more. */
function checkSpan({ code, retiredOn }: ServicePoint, span: Span, now: Date): void {
  const fault = spanFault(span, now);
  if (fault) throw refuseUse(FAULTS[fault], { first: FIRST_DAY }, fault === 'hours' ? '/toHour' : '/day');
  if (retiredOn !== null && span.day >= retiredOn) throw refuseUse('point_use.point_not_there', { code, day: retiredOn }, '/day');
}

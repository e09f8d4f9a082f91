import { Injectable } from '@nestjs/common';
import { type Actor, parentArea, unwrap } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { AreasInUse, assertWithinArea, mapPage, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseArea } from '../area/area.errors.js';
import { AREAS } from '../area/area.store.js';
import type { AreaBoundaryDto, AreaBoundaryQuery, AreasAtDto, RegisterAreaBoundaryInput } from './area-boundary.dto.js';
import { asBoundary, type Boundary, checkWithin, extentOf, liesIn, type Position, type RegisteredBoundary } from './area-boundary.js';
import { AREA_BOUNDARIES, boundariesAround, namesOf } from './area-boundary.store.js';
import { toAreaBoundaryDto } from './area-boundary.view.js';

/** Where the areas lie. */
@Injectable()
export class AreaBoundaryService {
  constructor(
    private readonly transactor: Transactor,
    private readonly areas: AreasInUse,
  ) {}

  /** Registers the boundary of an area that is registered, or changes it. */
  register(actor: Actor, code: string, { geometry }: RegisterAreaBoundaryInput, ifMatch?: number): Promise<AreaBoundaryDto> {
    assertWithinArea(actor, code, 'code');
    const boundary = unwrap(asBoundary(geometry));
    return this.transactor.transact(actor, async (tx) => {
      if (!(await AREAS.find(tx, code))) throw refuseArea('area.not_found', { code }, 'code');
      await needWithinParent(tx, code, boundary);
      return this.answer((await AREA_BOUNDARIES.put(tx, code, { geometry: boundary, ...extentOf(boundary) }, ifMatch)).row);
    });
  }

  get(actor: Actor, code: string): Promise<AreaBoundaryDto> {
    return this.transactor.read(actor, async (tx) => this.answer(await AREA_BOUNDARIES.load(tx, code)));
  }

  list(actor: Actor, query: AreaBoundaryQuery): Promise<Page<AreaBoundaryDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await AREA_BOUNDARIES.list(tx, query), this.answer));
  }

  /** 落点: the areas that a point lies in, of a retired one its successor. Throws 404 where none does. */
  at(actor: Actor, point: string): Promise<AreasAtDto> {
    const position = point.split(',').map(Number) as unknown as Position;
    return this.transactor.read(actor, async (tx) => {
      const around = await boundariesAround(tx, position);
      const codes = around.filter(({ geometry }) => liesIn(position, geometry)).map(({ code }) => this.areas.goesOnIn(code));
      if (codes.length === 0) throw refuse('area_boundary.nothing_there', {}, 'point');
      return { items: await namesOf(tx, [...new Set(codes)]) };
    });
  }

  private readonly answer = (boundary: RegisteredBoundary): AreaBoundaryDto =>
    toAreaBoundaryDto(boundary, this.areas.successorOf(boundary.code));
}

/** Where the area above has no boundary yet, there is nothing to compare with. */
async function needWithinParent(tx: Tx, code: string, boundary: Boundary): Promise<void> {
  const parent = parentArea(code);
  const above = parent && (await AREA_BOUNDARIES.find(tx, parent));
  const refused = above && checkWithin(boundary, above.code, above.geometry);
  if (refused) throw refused;
}

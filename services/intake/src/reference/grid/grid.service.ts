import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseArea } from '../area/area.errors.js';
import { AREAS } from '../area/area.store.js';
import type { GridCardDto, GridDto, GridQuery, RegisterGridInput } from './grid.dto.js';
import { cardOf, GRIDS } from './grid.store.js';
import { toGridDto } from './grid.view.js';

/** Who looks after the grids. */
@Injectable()
export class GridService {
  constructor(private readonly transactor: Transactor) {}

  /** Registers who looks after a grid whose area is registered, or changes it. */
  register(actor: Actor, code: string, input: RegisterGridInput, ifMatch?: number): Promise<GridDto> {
    assertWithinArea(actor, code, 'code');
    const { workerAccountId = null, buildings = null, households = null, ...said } = input;
    return this.transactor.transact(actor, async (tx) => {
      if (!(await AREAS.find(tx, code))) throw refuseArea('area.not_found', { code }, 'code');
      return toGridDto((await GRIDS.put(tx, code, { ...said, workerAccountId, buildings, households }, ifMatch)).row);
    });
  }

  list(actor: Actor, query: GridQuery): Promise<Page<GridDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await GRIDS.list(tx, query), toGridDto));
  }

  /** 网格卡, for anybody who stands before the sign. */
  card(code: string): Promise<GridCardDto> {
    return this.transactor.read(SYSTEM, async (tx) => {
      const card = await cardOf(tx, code);
      if (!card) throw refuse('grid.not_found', { code });
      return card;
    });
  }
}

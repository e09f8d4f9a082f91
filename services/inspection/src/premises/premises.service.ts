import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, type Page } from '@zero-distance/platform';
import { monthOf, planStop, type Stop } from '../round/round.js';
import { saveStop, stopOf } from '../round/round.store.js';
import type { PremisesDto, PremisesQuery, RegisterPremisesInput } from './premises.dto.js';
import { faultOf } from './premises.js';
import { PREMISES } from './premises.store.js';

/** The register of premises. What changes in it changes this month's round with it. */
@Injectable()
export class PremisesService {
  constructor(private readonly transactor: Transactor) {}

  /** Registers premises, or changes those with this code. Throws 403 when they are, or would be, outside the caller's area. */
  register(actor: Actor, code: string, input: RegisterPremisesInput, ifMatch?: number): Promise<PremisesDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    return this.transactor.transact(actor, async (tx) => {
      const month = monthOf(tx.now);
      let stop: Stop | undefined;
      const facts = { ...input, creditCode: input.creditCode ?? null, size: input.size ?? null };
      const { row, changed } = await PREMISES.put(tx, code, facts, ifMatch, async (premises, before) => {
        if (before) assertWithinArea(actor, before.areaCode, 'code');
        const fault = faultOf(premises);
        if (fault) throw fault;
        stop = await stopOf(tx, month, premises.id);
      });
      const change = changed ? planStop(stop, row) : undefined;
      if (change) saveStop(tx, month, row, stop, change);
      return row;
    });
  }

  get(actor: Actor, code: string): Promise<PremisesDto> {
    return this.transactor.read(actor, (tx) => PREMISES.load(tx, code));
  }

  list(actor: Actor, query: PremisesQuery): Promise<Page<PremisesDto>> {
    return this.transactor.read(actor, (tx) => PREMISES.list(tx, query));
  }
}

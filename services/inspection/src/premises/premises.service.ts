import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { expectVersion, Transactor } from '@zero-distance/persistence';
import { assertWithinArea, decodeCursor, encodeCursor, Organisations, type Page, toPage } from '@zero-distance/platform';
import { monthOf, planStop } from '../round/round.js';
import { saveStop, stopOf } from '../round/round.store.js';
import type { PremisesDto, PremisesQuery, RegisterPremisesDto } from './premises.dto.js';
import { faultOf, sameFacts } from './premises.js';
import { findPremises, listPremises, loadPremises, savePremises } from './premises.store.js';

/** The register of premises. What changes in it changes this month's round with it. */
@Injectable()
export class PremisesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly organisations: Organisations,
  ) {}

  /** Registers premises, or changes those with this code. Throws 403 when they are, or would be, outside the caller's area. */
  register(actor: Actor, code: string, input: RegisterPremisesDto, ifMatch?: number): Promise<PremisesDto> {
    assertWithinArea(actor, input.areaCode);
    return this.transactor.transact(actor, async (tx) => {
      const known = await findPremises(tx, code);
      if (known) assertWithinArea(actor, known.areaCode);
      expectVersion(known?.version ?? 0, ifMatch);
      const { creditCode = null, size = null, ...facts } = input;
      const premises = { id: known?.id ?? newId(), code, ...facts, creditCode, size, version: (known?.version ?? 0) + 1 };
      const fault = faultOf(premises);
      if (fault) throw fault;
      if (known && sameFacts(known, premises)) return known;
      const month = monthOf(tx.now);
      const stop = await stopOf(tx, month, premises.id);
      const change = planStop(stop, premises);
      savePremises(tx, known, premises);
      if (change) saveStop(tx, month, premises, stop, change);
      return premises;
    });
  }

  async get(actor: Actor, code: string): Promise<PremisesDto> {
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.read(actor, (tx) => loadPremises(tx, reach, code));
  }

  async list(actor: Actor, query: PremisesQuery): Promise<Page<PremisesDto>> {
    const [before] = decodeCursor(query.cursor, ['uuid']) ?? [];
    const { areaCode, kind, status, limit } = query;
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.read(actor, async (tx) => {
      const rows = await listPremises(tx, reach, { areaCode, kind, status, before, limit: limit + 1 });
      return toPage(
        rows,
        limit,
        (row) => row,
        (row) => encodeCursor(row.id),
      );
    });
  }
}

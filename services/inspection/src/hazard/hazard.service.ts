import { Injectable } from '@nestjs/common';
import { type Actor, unwrap } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page, readPolicies } from '@zero-distance/platform';
import { readCalendar } from '../holiday/holiday.store.js';
import { POLICIES } from '../policy/policy.js';
import type { HazardDetailDto, HazardDto, HazardQuery } from './hazard.dto.js';
import { type DecisionContext, transition } from './hazard.js';
import { HAZARDS } from './hazard.store.js';
import type { HazardAction } from './hazard.transitions.js';
import { toHazardDto, toHistoryDto } from './hazard.view.js';

/** What people do with hazards after the visit that found them. */
@Injectable()
export class HazardService {
  constructor(private readonly transactor: Transactor) {}

  list(actor: Actor, query: HazardQuery): Promise<Page<HazardDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await HAZARDS.list(tx, query), (hazard) => toHazardDto(hazard, tx)));
  }

  get(actor: Actor, id: string): Promise<HazardDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const hazard = await HAZARDS.load(tx, id);
      return { ...toHazardDto(hazard, tx), history: (await HAZARDS.history(tx, hazard)).map(toHistoryDto) };
    });
  }

  /** 报告整改完成: the notice was met, as far as anybody says; a recheck is due. */
  reportRectified(actor: Actor, id: string, note?: string, ifMatch?: number): Promise<HazardDto> {
    return this.act(actor, id, 'report-rectified', note, ifMatch);
  }

  /** 复查: ends the hazard, or sends it back. */
  recheck(actor: Actor, id: string, passed: boolean, note?: string, ifMatch?: number): Promise<HazardDto> {
    return this.act(actor, id, passed ? 'pass-recheck' : 'fail-recheck', note, ifMatch);
  }

  /** 移交: what could not be settled becomes a work order. */
  transfer(actor: Actor, id: string, note?: string, ifMatch?: number): Promise<HazardDto> {
    return this.act(actor, id, 'transfer', note, ifMatch);
  }

  private act(actor: Actor, id: string, action: HazardAction, reason?: string, ifMatch?: number): Promise<HazardDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [hazard, context] = await Promise.all([HAZARDS.load(tx, id, ifMatch), readDecisionContext(tx)]);
      const step = unwrap(transition(hazard, action, context));
      return toHazardDto(HAZARDS.save(tx, { ...step, reason }), tx);
    });
  }
}

/** What the limits of a step are counted by. */
export async function readDecisionContext(tx: Tx): Promise<DecisionContext> {
  const [calendar, policies] = await Promise.all([readCalendar(tx), readPolicies(tx, POLICIES)]);
  return { actor: tx.actor, now: tx.now, calendar, transferDays: policies['transfer-limit'] };
}

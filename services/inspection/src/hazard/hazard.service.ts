import { Injectable } from '@nestjs/common';
import { idsOf } from '@zero-distance/files';
import { type Actor, unwrap, withChanges } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { AreasInUse, mapPage, type Page, readPolicies, toHistoryLine } from '@zero-distance/platform';
import { FILES } from '../file/file.store.js';
import { readCalendar } from '../holiday/holiday.store.js';
import { POLICIES } from '../policy/policy.js';
import type { HazardDetailDto, HazardDto, HazardNoteInput, HazardQuery, RecheckInput } from './hazard.dto.js';
import { type DecisionContext, transition } from './hazard.js';
import { HAZARD_SEARCH, HAZARDS } from './hazard.store.js';
import type { HazardAction } from './hazard.transitions.js';
import { toHazardDto } from './hazard.view.js';

/** What people do with hazards after the visit that found them. */
@Injectable()
export class HazardService {
  constructor(
    private readonly transactor: Transactor,
    private readonly areas: AreasInUse,
  ) {}

  list(actor: Actor, query: HazardQuery): Promise<Page<HazardDto>> {
    return this.transactor.read(actor, async (tx) => {
      const page = await HAZARDS.list(tx, { ...query, q: await HAZARD_SEARCH.seek(tx, query.q) });
      return mapPage(page, (hazard) => toHazardDto(hazard, tx));
    });
  }

  get(actor: Actor, id: string): Promise<HazardDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const hazard = await HAZARDS.load(tx, id);
      const [history, files] = await Promise.all([HAZARDS.history(tx, hazard), FILES.of(tx, 'hazard', [id])]);
      return { ...toHazardDto(hazard, tx), history: history.map(toHistoryLine), files: files.get(id) ?? [] };
    });
  }

  /** 报告整改完成: the notice was met, as far as anybody says; a recheck is due. */
  reportRectified(actor: Actor, id: string, input: HazardNoteInput, ifMatch?: number): Promise<HazardDto> {
    return this.act(actor, id, 'report-rectified', input, ifMatch);
  }

  /** 复查: ends the hazard, or sends it back. */
  recheck(actor: Actor, id: string, input: RecheckInput, ifMatch?: number): Promise<HazardDto> {
    return this.act(actor, id, input.passed ? 'pass-recheck' : 'fail-recheck', input, ifMatch);
  }

  /** 移交: what could not be settled becomes a work order. */
  transfer(actor: Actor, id: string, input: HazardNoteInput, ifMatch?: number): Promise<HazardDto> {
    return this.act(actor, id, 'transfer', input, ifMatch);
  }

  private act(actor: Actor, id: string, action: HazardAction, { note, files }: HazardNoteInput, ifMatch?: number): Promise<HazardDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [hazard, context] = await Promise.all([HAZARDS.load(tx, id, ifMatch), readDecisionContext(tx)]);
      const areaCode = this.areas.goesOnIn(hazard.areaCode); // and with it an order about one found before its area was retired
      const step = withChanges(unwrap(transition(hazard, action, context)), { areaCode });
      const shown = await FILES.read(tx, files, action === 'transfer' ? 'before' : 'after');
      FILES.attach(tx, { kind: 'hazard', id }, shown);
      return toHazardDto(HAZARDS.save(tx, { ...step, reason: note, fileIds: idsOf(shown) }), tx);
    });
  }
}

/** What the limits of a step are counted by. */
export async function readDecisionContext(tx: Tx): Promise<DecisionContext> {
  const [calendar, policies] = await Promise.all([readCalendar(tx), readPolicies(tx, POLICIES)]);
  return { actor: tx.actor, now: tx.now, calendar, transferDays: policies['transfer-limit'] };
}

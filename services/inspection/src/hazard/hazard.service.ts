import { Injectable } from '@nestjs/common';
import { startOf } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import { type Actor, unwrap } from '@zero-distance/kernel';
import { expectVersion, Transactor, type Tx } from '@zero-distance/persistence';
import { decodeCursor, EVERYWHERE, encodeCursor, Organisations, type Page, readPolicies, toPage } from '@zero-distance/platform';
import { readCalendar } from '../holiday/holiday.store.js';
import { removeHandlers, saveHandlers } from '../participation/participation.store.js';
import { POLICIES } from '../policy/policy.js';
import { type HazardDetailDto, type HazardDto, type HazardQuery, toHazardDto, toHistoryDto } from './hazard.dto.js';
import { recheckDue, released, type Setting, transition } from './hazard.js';
import {
  awaitingRecheck,
  historyOf,
  listHazards,
  loadHazard,
  moveRechecks,
  releaseFromWorkOrder,
  saveStep,
  saveWorkOrder,
} from './hazard.store.js';
import type { HazardAction } from './hazard.transitions.js';

/** What happens to hazards after the visit that found them. */
@Injectable()
export class HazardService {
  constructor(
    private readonly transactor: Transactor,
    private readonly organisations: Organisations,
  ) {}

  async list(actor: Actor, query: HazardQuery): Promise<Page<HazardDto>> {
    const [before] = decodeCursor(query.cursor, ['uuid']) ?? [];
    const { state, areaCode, premises, overdue, limit } = query;
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.read(actor, async (tx) => {
      const rows = await listHazards(tx, reach, { state, areaCode, premises, overdue, before, limit: limit + 1 });
      return toPage(
        rows,
        limit,
        (row) => toHazardDto(row, tx),
        (row) => encodeCursor(row.id),
      );
    });
  }

  async get(actor: Actor, id: string): Promise<HazardDetailDto> {
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.read(actor, async (tx) => {
      const hazard = await loadHazard(tx, reach, id);
      return { ...toHazardDto(hazard, tx), history: (await historyOf(tx, id)).map(toHistoryDto) };
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

  /** Dispatch opened the work order of a hazard. */
  async noteWorkOrder(tx: Tx, order: EventData<'dispatch.work-order.opened.v1'>): Promise<void> {
    saveWorkOrder(tx, await loadHazard(tx, EVERYWHERE, order.sourceId), order.workOrderId);
  }

  /** Dispatch gave the work order to somebody: they see what it is about. */
  async noteHandlers(tx: Tx, order: EventData<'dispatch.work-order.dispatched.v1'>): Promise<void> {
    const handlers = [order.leadOrganisationId, ...order.coOrganisationIds].filter((id) => id !== null);
    saveHandlers(tx, await loadHazard(tx, EVERYWHERE, order.sourceId), handlers);
  }

  /** The lead returned the work order. */
  forgetHandlers(tx: Tx, order: EventData<'dispatch.work-order.returned.v1'>): void {
    removeHandlers(tx, order.sourceId);
  }

  /** Dispatch closed the work order: the hazard counts as rectified, and a recheck is due. */
  async rectifyByWorkOrder(tx: Tx, order: EventData<'dispatch.work-order.closed.v1'>): Promise<void> {
    const [hazard, setting] = await Promise.all([loadHazard(tx, EVERYWHERE, order.sourceId), readSetting(tx)]);
    saveStep(tx, unwrap(transition(hazard, 'work-order-closed', setting)), null);
  }

  /** Dispatch ended the work order without result: the hazard is the inspectors' again. */
  async takeBack(tx: Tx, order: EventData<'dispatch.work-order.terminated.v1'>): Promise<void> {
    removeHandlers(tx, order.sourceId);
    const [hazard, setting] = await Promise.all([loadHazard(tx, EVERYWHERE, order.sourceId), readSetting(tx)]);
    releaseFromWorkOrder(tx, hazard, released(hazard, setting), order.reasonCode);
  }

  /** A day became a day off, or a working day: recheck times that were counted over it move. */
  async moveRechecks(tx: Tx, { date, kind }: EventData<'dispatch.holiday.registered.v1'>): Promise<void> {
    const waiting = await awaitingRecheck(tx, startOf(date));
    if (waiting.length === 0) return;
    const calendar = await readCalendar(tx, new Date(Math.min(...waiting.map(({ rectifiedAt }) => rectifiedAt.getTime()))));
    const moved = waiting.flatMap((hazard) => {
      const { at, warnings } = recheckDue(hazard.rectifiedAt, hazard.recheckWorkingDays, calendar);
      return at.getTime() === hazard.recheckDueAt.getTime() ? [] : [{ ...hazard, recheckDueAt: at, warnings }];
    });
    moveRechecks(tx, moved, `${date} ${kind}`);
  }

  private async act(actor: Actor, id: string, action: HazardAction, note?: string, ifMatch?: number): Promise<HazardDto> {
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.transact(actor, async (tx) => {
      const [hazard, setting] = await Promise.all([loadHazard(tx, reach, id), readSetting(tx)]);
      expectVersion(hazard.version, ifMatch);
      const step = unwrap(transition(hazard, action, setting));
      saveStep(tx, step, note ?? null);
      return toHazardDto(step.after, tx);
    });
  }
}

/** What the limits of a step are counted by. */
export async function readSetting(tx: Tx): Promise<Setting> {
  const [calendar, policies] = await Promise.all([readCalendar(tx), readPolicies(tx, POLICIES)]);
  return { actor: tx.actor, now: tx.now, calendar, transferDays: policies['transfer-limit'] };
}

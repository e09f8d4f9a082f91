import { Controller } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { EventContext, OnEvent } from '@zero-distance/messaging';
import { keepAreaCode, keepCategoryCode } from '@zero-distance/platform';
import { SourceService } from './work-order/source.service.js';

/**
 * What dispatch hears, and what it does then:
 *
 *   intake.area.registered, intake.category.registered        the read copies of their codes
 *   intake.request.registered        opens a work order, and dispatches it when the responsibility list names somebody
 *   intake.request.withdrawn, declined, answered        terminates the order
 *   inspection.hazard.transferred    opens a work order of type hazard-rectification
 *   inspection.hazard.failed         rework of that order
 *   evaluation.callback.recorded     closes the order, or rework
 *
 * What it tells: `dispatch.organisation.registered`, `dispatch.holiday.registered` and, for each action of a work order, the event in
 * its row of `work-order/work-order.transitions.ts`; `dispatch.work-order.opened` when one is opened.
 */
@Controller()
export class DispatchEvents {
  constructor(private readonly source: SourceService) {}

  @OnEvent('intake.area.registered.v1')
  onArea(area: EventData<'intake.area.registered.v1'>, { tx }: EventContext): void {
    keepAreaCode(tx, area);
  }

  @OnEvent('intake.category.registered.v1')
  onCategory(category: EventData<'intake.category.registered.v1'>, { tx }: EventContext): void {
    keepCategoryCode(tx, category);
  }

  @OnEvent('intake.request.registered.v1')
  onRegistered(request: EventData<'intake.request.registered.v1'>, { tx }: EventContext): void {
    if (request.kind === 'dispute') return; // case-mediation takes those
    const { requestId, number, kind, categoryCode, areaCode, urgency, receivedAt } = request;
    const { barredOrganisationIds = null, barredAccountIds = null } = request;
    this.source.open(tx, {
      type: 'request',
      sourceId: requestId,
      sourceNumber: number,
      requestKind: kind,
      categoryCode,
      areaCode,
      barredOrganisationIds,
      barredAccountIds,
      urgency,
      receivedAt: new Date(receivedAt),
    });
  }

  @OnEvent('intake.request.withdrawn.v1')
  onWithdrawn({ requestId }: EventData<'intake.request.withdrawn.v1'>, { tx }: EventContext): Promise<void> {
    return this.source.end(tx, requestId, 'request-withdrawn');
  }

  @OnEvent('intake.request.declined.v1')
  onDeclined({ requestId }: EventData<'intake.request.declined.v1'>, { tx }: EventContext): Promise<void> {
    return this.source.end(tx, requestId, 'request-declined');
  }

  @OnEvent('intake.request.answered.v1')
  onAnswered({ requestId }: EventData<'intake.request.answered.v1'>, { tx }: EventContext): Promise<void> {
    return this.source.end(tx, requestId, 'answered-on-the-spot');
  }

  @OnEvent('inspection.hazard.transferred.v1')
  onTransferred(hazard: EventData<'inspection.hazard.transferred.v1'>, { tx }: EventContext): Promise<void> {
    return this.source.openForHazard(tx, hazard);
  }

  @OnEvent('inspection.hazard.failed.v1')
  onRecheckFailed({ hazardId }: EventData<'inspection.hazard.failed.v1'>, { tx }: EventContext): Promise<void> {
    return this.source.recheckFailed(tx, hazardId);
  }

  @OnEvent('evaluation.callback.recorded.v1')
  onCallback(callback: EventData<'evaluation.callback.recorded.v1'>, { tx }: EventContext): Promise<void> {
    return this.source.decide(tx, callback);
  }
}

import { Controller } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { EventContext, OnEvent } from '@zero-distance/messaging';
import { keepArea, keepCategory, MatterTexts } from '@zero-distance/platform';
import * as applications from './orders/application/application.reactions.js';
import * as parts from './orders/part/part.reactions.js';
import * as supervision from './orders/supervision-order/supervision-order.reactions.js';
import * as whistles from './orders/whistle/whistle.reactions.js';
import { keepClosing } from './orders/work-order/closing.store.js';
import {
  callbackRecorded,
  hazardFailed,
  hazardTransferred,
  requestCorrected,
  requestErased,
  requestRegistered,
  requestSettled,
} from './orders/work-order/work-order.reactions.js';
import { faultConfirmed } from './orders/work-order/work-order-fault.reactions.js';
import { followUpTakenBack, requestFollowedUp } from './orders/work-order/work-order-follow-up.reactions.js';
import { mergedNotContent, requestMerged, requestSplitOff, requestWithdrawn } from './orders/work-order/work-order-merging.reactions.js';
import { partClosed } from './orders/work-order/work-order-part.reactions.js';
import { requestReopened } from './orders/work-order/work-order-reopening.reactions.js';
import { ReferenceData } from './reference/reference.service.js';

/**
 * What dispatch hears, and what it does then:
 *
 *   intake.area.registered, intake.category.registered        the read copies of their codes and names
 *   intake.request.registered        opens a work order, dispatches it when the responsibility list names somebody, and keeps the text
 *   intake.request.corrected         corrects the order, and routes it again while nobody works on it
 *   intake.request.followed-up       keeps what was said for who has the order, and reminds them of it after so many urges
 *   intake.request.follow-up-taken-back        what was said by mistake is read in the order no more
 *   intake.request.reopened          by the requester: rework of the closed order, or another order; by a callback, the callback tells, but of a part
 *   intake.request.erased            erases the text, and what was written and sent with its orders
 *   intake.request.withdrawn, declined, answered, redirected        terminates the order
 *   intake.request.merged            terminates the order: that of the main request answers it, and shows how many ask
 *   intake.request.split-off         opens an order for it again
 *   intake.request.divided           terminates the order: each part has its own
 *   intake.request.closed            closes the order of a part; that of a whole request goes by its callback
 *   intake.facility-fault.confirmed  opens a work order of type facility-fault, for who runs the service point
 *   inspection.hazard.transferred    opens a work order of type hazard-rectification
 *   inspection.hazard.failed         rework of that order
 *   evaluation.callback.recorded     closes the order, or rework; of a merged request that is not content, opens an order of its own
 *
 * What it tells: `dispatch.organisation.registered`, `dispatch.holiday.registered` and, for each action of a work order, the event in
 * its row of `work-order/work-order.transitions.ts`, and likewise for applications, parts, supervision orders and whistles; `dispatch.work-order.opened` when one is opened.
 */
@Controller()
export class DispatchEvents {
  constructor(
    private readonly reference: ReferenceData,
    private readonly texts: MatterTexts,
  ) {}

  @OnEvent('intake.area.registered.v1')
  areaRegistered(area: EventData<'intake.area.registered.v1'>, { tx }: EventContext): void {
    keepArea(tx, area);
  }

  @OnEvent('intake.category.registered.v1')
  categoryRegistered(category: EventData<'intake.category.registered.v1'>, { tx }: EventContext): void {
    keepCategory(tx, category);
    keepClosing(tx, category);
  }

  @OnEvent('intake.request.registered.v1')
  requestRegistered(request: EventData<'intake.request.registered.v1'>, { tx }: EventContext): void {
    requestRegistered(tx, this.reference.current, this.texts, request);
  }

  @OnEvent('intake.request.corrected.v1')
  async requestCorrected(request: EventData<'intake.request.corrected.v1'>, { tx }: EventContext): Promise<void> {
    await requestCorrected(tx, this.reference.current, this.texts, request);
    applications.requestCorrected(tx, request);
    parts.requestCorrected(tx, request);
    await supervision.requestCorrected(tx, request);
    await whistles.requestCorrected(tx, request);
  }

  @OnEvent('intake.request.followed-up.v1')
  requestFollowedUp(followUp: EventData<'intake.request.followed-up.v1'>, { tx }: EventContext): Promise<void> {
    return requestFollowedUp(tx, this.reference.current, this.texts, followUp);
  }

  @OnEvent('intake.request.follow-up-taken-back.v1')
  followUpTakenBack(taken: EventData<'intake.request.follow-up-taken-back.v1'>, { tx }: EventContext): void {
    followUpTakenBack(tx, taken);
  }

  @OnEvent('intake.request.reopened.v1')
  requestReopened(request: EventData<'intake.request.reopened.v1'>, { tx }: EventContext): Promise<void> {
    return requestReopened(tx, this.reference.current, this.texts, request);
  }

  @OnEvent('intake.request.erased.v1')
  async requestErased({ requestId }: EventData<'intake.request.erased.v1'>, { tx }: EventContext): Promise<void> {
    await requestErased(tx, this.texts, requestId);
    await applications.requestErased(tx, requestId);
    await parts.requestErased(tx, requestId);
    await supervision.requestErased(tx, requestId);
    await whistles.requestErased(tx, requestId);
  }

  @OnEvent('intake.request.withdrawn.v1')
  requestWithdrawn({ requestId }: EventData<'intake.request.withdrawn.v1'>, { tx }: EventContext): Promise<void> {
    return requestWithdrawn(tx, this.reference.current, requestId);
  }

  @OnEvent('intake.request.merged.v1')
  requestMerged(request: EventData<'intake.request.merged.v1'>, { tx }: EventContext): Promise<void> {
    return requestMerged(tx, this.reference.current, request);
  }

  @OnEvent('intake.request.split-off.v1')
  requestSplitOff(request: EventData<'intake.request.split-off.v1'>, { tx }: EventContext): Promise<void> {
    return requestSplitOff(tx, this.reference.current, request);
  }

  @OnEvent('intake.request.divided.v1')
  requestDivided({ requestId }: EventData<'intake.request.divided.v1'>, { tx }: EventContext): Promise<void> {
    return requestSettled(tx, this.reference.current, requestId, 'divided');
  }

  @OnEvent('intake.request.closed.v1')
  async requestClosed(request: EventData<'intake.request.closed.v1'>, { tx }: EventContext): Promise<void> {
    if (request.parentId !== undefined) await partClosed(tx, this.reference.current, request);
  }

  @OnEvent('intake.request.declined.v1')
  requestDeclined({ requestId }: EventData<'intake.request.declined.v1'>, { tx }: EventContext): Promise<void> {
    return requestSettled(tx, this.reference.current, requestId, 'request-declined');
  }

  @OnEvent('intake.request.redirected.v1')
  requestRedirected({ requestId }: EventData<'intake.request.redirected.v1'>, { tx }: EventContext): Promise<void> {
    return requestSettled(tx, this.reference.current, requestId, 'redirected');
  }

  @OnEvent('intake.request.answered.v1')
  requestAnswered({ requestId }: EventData<'intake.request.answered.v1'>, { tx }: EventContext): Promise<void> {
    return requestSettled(tx, this.reference.current, requestId, 'answered-on-the-spot');
  }

  @OnEvent('intake.facility-fault.confirmed.v1')
  faultConfirmed(fault: EventData<'intake.facility-fault.confirmed.v1'>, { tx }: EventContext): Promise<void> {
    return faultConfirmed(tx, this.reference.current, fault);
  }

  @OnEvent('inspection.hazard.transferred.v1')
  hazardTransferred(hazard: EventData<'inspection.hazard.transferred.v1'>, { tx }: EventContext): Promise<void> {
    return hazardTransferred(tx, this.reference.current, hazard);
  }

  @OnEvent('inspection.hazard.failed.v1')
  hazardFailed(hazard: EventData<'inspection.hazard.failed.v1'>, { tx }: EventContext): Promise<void> {
    return hazardFailed(tx, this.reference.current, hazard);
  }

  @OnEvent('evaluation.callback.recorded.v1')
  async callbackRecorded(callback: EventData<'evaluation.callback.recorded.v1'>, { tx }: EventContext): Promise<void> {
    await callbackRecorded(tx, this.reference.current, callback);
    await mergedNotContent(tx, this.reference.current, callback);
  }
}

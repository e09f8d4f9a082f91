import { Controller } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type EventContext, OnEvent } from '@zero-distance/messaging';
import { keepArea, keepCategory, keepOrganisation, MatterTexts } from '@zero-distance/platform';
import {
  requestAnswered,
  requestCorrected,
  requestDeclined,
  requestDivided,
  requestErased,
  requestMerged,
  requestRedirected,
  requestRegistered,
  requestReopened,
  requestSplitOff,
  requestWithdrawn,
} from './mediation-case/mediation-case.reactions.js';

/**
 * What case-mediation hears, and what then happens:
 *
 * | event | effect |
 * |---|---|
 * | intake.area.registered, intake.category.registered | the read copies of their codes and names |
 * | dispatch.organisation.registered | the read copy of organisations |
 * | intake.request.registered (kind dispute) | a case is applied for, and the text kept |
 * | intake.request.corrected (kind dispute) | its open case and its text are corrected |
 * | intake.request.reopened (answered by a case) | the next case about the request is applied for |
 * | intake.request.erased | the text is erased, and what was answered and written about it; the dossier stays its time |
 * | intake.request.withdrawn, answered, declined, redirected, merged, divided | the request's open case is terminated |
 * | intake.request.split-off (kind dispute) | the next case about the request is applied for |
 *
 * It emits `case-mediation.case.*`, one event for each action: see mediation-case/mediation-case.transitions.ts, and
 * `applied` for a new case.
 */
@Controller()
export class CaseMediationEvents {
  constructor(private readonly texts: MatterTexts) {}

  @OnEvent('intake.area.registered.v1')
  areaRegistered(area: EventData<'intake.area.registered.v1'>, { tx }: EventContext): void {
    keepArea(tx, area);
  }

  @OnEvent('intake.category.registered.v1')
  categoryRegistered(category: EventData<'intake.category.registered.v1'>, { tx }: EventContext): void {
    keepCategory(tx, category);
  }

  @OnEvent('dispatch.organisation.registered.v1')
  organisationRegistered(data: EventData<'dispatch.organisation.registered.v1'>, { tx }: EventContext): void {
    keepOrganisation(tx, data);
  }

  @OnEvent('intake.request.registered.v1')
  requestRegistered(data: EventData<'intake.request.registered.v1'>, { tx }: EventContext): Promise<void> {
    return requestRegistered(tx, this.texts, data);
  }

  @OnEvent('intake.request.corrected.v1')
  requestCorrected(data: EventData<'intake.request.corrected.v1'>, { tx }: EventContext): Promise<void> {
    return requestCorrected(tx, this.texts, data);
  }

  @OnEvent('intake.request.reopened.v1')
  requestReopened(data: EventData<'intake.request.reopened.v1'>, { tx }: EventContext): Promise<void> {
    return requestReopened(tx, this.texts, data);
  }

  @OnEvent('intake.request.erased.v1')
  requestErased({ requestId }: EventData<'intake.request.erased.v1'>, { tx }: EventContext): Promise<void> {
    return requestErased(tx, this.texts, requestId);
  }

  @OnEvent('intake.request.withdrawn.v1')
  requestWithdrawn(data: EventData<'intake.request.withdrawn.v1'>, { tx }: EventContext): Promise<void> {
    return requestWithdrawn(tx, data);
  }

  @OnEvent('intake.request.answered.v1')
  requestAnswered(data: EventData<'intake.request.answered.v1'>, { tx }: EventContext): Promise<void> {
    return requestAnswered(tx, data);
  }

  @OnEvent('intake.request.redirected.v1')
  requestRedirected(data: EventData<'intake.request.redirected.v1'>, { tx }: EventContext): Promise<void> {
    return requestRedirected(tx, data);
  }

  @OnEvent('intake.request.declined.v1')
  requestDeclined(data: EventData<'intake.request.declined.v1'>, { tx }: EventContext): Promise<void> {
    return requestDeclined(tx, data);
  }

  @OnEvent('intake.request.merged.v1')
  requestMerged(data: EventData<'intake.request.merged.v1'>, { tx }: EventContext): Promise<void> {
    return requestMerged(tx, data);
  }

  @OnEvent('intake.request.divided.v1')
  requestDivided(data: EventData<'intake.request.divided.v1'>, { tx }: EventContext): Promise<void> {
    return requestDivided(tx, data);
  }

  @OnEvent('intake.request.split-off.v1')
  requestSplitOff(data: EventData<'intake.request.split-off.v1'>, { tx }: EventContext): Promise<void> {
    return requestSplitOff(tx, data);
  }
}

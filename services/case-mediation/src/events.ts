import { Controller } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type EventContext, OnEvent } from '@zero-distance/messaging';
import { keepAreaCode, keepCategoryCode, keepOrganisation } from '@zero-distance/platform';
import { ReferralService } from './mediation-case/referral.service.js';

/**
 * What case-mediation hears, and what then happens:
 *
 * | event | effect |
 * |---|---|
 * | intake.area.registered, intake.category.registered | the read copies of their codes |
 * | dispatch.organisation.registered | the read copy of organisations |
 * | intake.request.registered (kind dispute) | a case is applied for |
 * | intake.request.reopened (answered by a case) | the next case about the request is applied for |
 * | intake.request.withdrawn, answered, declined | the request's open case is terminated |
 *
 * It emits `case-mediation.case.*`, one event for each action: see mediation-case/mediation-case.transitions.ts, and
 * `applied` for a new case.
 */
@Controller()
export class CaseMediationEvents {
  constructor(private readonly referrals: ReferralService) {}

  @OnEvent('intake.area.registered.v1')
  onArea(area: EventData<'intake.area.registered.v1'>, { tx }: EventContext): void {
    keepAreaCode(tx, area);
  }

  @OnEvent('intake.category.registered.v1')
  onCategory(category: EventData<'intake.category.registered.v1'>, { tx }: EventContext): void {
    keepCategoryCode(tx, category);
  }

  @OnEvent('dispatch.organisation.registered.v1')
  onOrganisation(data: EventData<'dispatch.organisation.registered.v1'>, { tx }: EventContext): void {
    keepOrganisation(tx, data);
  }

  @OnEvent('intake.request.registered.v1')
  async onRegistered(data: EventData<'intake.request.registered.v1'>, { tx }: EventContext): Promise<void> {
    if (data.kind === 'dispute') await this.referrals.refer(tx, data); // every other kind is dispatch's
  }

  @OnEvent('intake.request.reopened.v1')
  onReopened(data: EventData<'intake.request.reopened.v1'>, { tx }: EventContext): Promise<void> {
    return this.referrals.referAgain(tx, data);
  }

  @OnEvent('intake.request.withdrawn.v1')
  onWithdrawn(data: EventData<'intake.request.withdrawn.v1'>, { tx }: EventContext): Promise<void> {
    return this.referrals.endFor(tx, data.requestId, 'request-withdrawn');
  }

  @OnEvent('intake.request.answered.v1')
  onAnswered(data: EventData<'intake.request.answered.v1'>, { tx }: EventContext): Promise<void> {
    return this.referrals.endFor(tx, data.requestId, 'request-answered');
  }

  @OnEvent('intake.request.declined.v1')
  onDeclined(data: EventData<'intake.request.declined.v1'>, { tx }: EventContext): Promise<void> {
    return this.referrals.endFor(tx, data.requestId, 'request-declined');
  }
}

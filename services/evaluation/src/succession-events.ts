import { Controller } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type EventContext, OnEvent } from '@zero-distance/messaging';
import { keepActivity, keepRelocatedOutcome } from './fact/activity.store.js';
import { keepRelocatedCase } from './fact/service-case.store.js';

/** What evaluation hears of services in an area that was retired: they count in the successor, where they go on. */
@Controller()
export class SuccessionEvents {
  @OnEvent('intake.service-case.relocated.v1')
  caseRelocated(data: EventData<'intake.service-case.relocated.v1'>, { tx, event }: EventContext): void {
    keepRelocatedCase(tx, data, event.aggregateVersion);
  }

  /** One that nobody has held yet counts nowhere. */
  @OnEvent('intake.activity.relocated.v1')
  activityRelocated({ attended, ...data }: EventData<'intake.activity.relocated.v1'>, { tx, event }: EventContext): void {
    if (attended !== undefined) keepActivity(tx, { ...data, attended }, event.aggregateVersion);
  }

  @OnEvent('intake.activity-outcome.relocated.v1')
  outcomeRelocated(data: EventData<'intake.activity-outcome.relocated.v1'>, { tx }: EventContext): void {
    keepRelocatedOutcome(tx, data);
  }
}

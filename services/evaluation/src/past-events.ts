import { Controller } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type EventContext, OnEvent } from '@zero-distance/messaging';
import { readPolicies } from '@zero-distance/platform';
import { keepPastActivity, keepPastOutcome } from './fact/activity.store.js';
import { keepPastCare } from './fact/care-visit.store.js';
import { keepPastDoors } from './fact/door.store.js';
import { keepPastCall } from './fact/hotline-call.store.js';
import { keepPastHazard } from './fact/inspection.store.js';
import { keepPastCase } from './fact/mediation-case.store.js';
import { keepHeld } from './fact/reception-day.store.js';
import { keepPastRequest } from './fact/request.store.js';
import { keepPastServiceCase, keepPastVisitAtHome } from './fact/service-case.store.js';
import { POLICIES } from './policy/policy.js';

/**
 * What evaluation hears of the time before: what was brought along with its own times, which figures count where and when it happened. The rest of what
 * is heard stands in events.ts.
 */
@Controller()
export class PastEvents {
  @OnEvent('intake.request.imported.v1')
  requestImported(data: EventData<'intake.request.imported.v1'>, { tx, event }: EventContext): void {
    keepPastRequest(tx, data, event.aggregateVersion);
  }

  @OnEvent('intake.reception-day.imported.v1')
  receptionDayImported(data: EventData<'intake.reception-day.imported.v1'>, { tx, event }: EventContext): void {
    keepHeld(tx, data, event.aggregateVersion);
  }

  @OnEvent('intake.past-call.imported.v1')
  async callImported(data: EventData<'intake.past-call.imported.v1'>, { tx, event }: EventContext): Promise<void> {
    keepPastCall(tx, data, { id: event.id, answerSeconds: (await readPolicies(tx, POLICIES))['answer-seconds'] });
  }

  @OnEvent('intake.past-service-case.imported.v1')
  serviceCaseImported(data: EventData<'intake.past-service-case.imported.v1'>, { tx }: EventContext): void {
    keepPastServiceCase(tx, data);
  }

  @OnEvent('intake.past-home-visit.imported.v1')
  homeVisitImported(data: EventData<'intake.past-home-visit.imported.v1'>, { tx }: EventContext): void {
    keepPastVisitAtHome(tx, data);
  }

  @OnEvent('intake.past-round.imported.v1')
  roundImported(data: EventData<'intake.past-round.imported.v1'>, { tx }: EventContext): void {
    keepPastDoors(tx, data);
  }

  @OnEvent('intake.past-activity.imported.v1')
  activityImported(data: EventData<'intake.past-activity.imported.v1'>, { tx }: EventContext): void {
    keepPastActivity(tx, data);
  }

  @OnEvent('intake.past-activity-outcome.imported.v1')
  outcomeImported(data: EventData<'intake.past-activity-outcome.imported.v1'>, { tx }: EventContext): void {
    keepPastOutcome(tx, data);
  }

  @OnEvent('intake.past-care.imported.v1')
  careImported(data: EventData<'intake.past-care.imported.v1'>, { tx }: EventContext): void {
    keepPastCare(tx, data);
  }

  @OnEvent('case-mediation.case.imported.v1')
  caseImported(data: EventData<'case-mediation.case.imported.v1'>, { tx }: EventContext): void {
    keepPastCase(tx, data);
  }

  @OnEvent('inspection.hazard.imported.v1')
  hazardImported(data: EventData<'inspection.hazard.imported.v1'>, { tx }: EventContext): void {
    keepPastHazard(tx, data);
  }
}

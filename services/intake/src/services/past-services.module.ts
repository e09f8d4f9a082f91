import { PastActivityController } from './past-activity/past-activity.controller.js';
import { PastActivityEntity } from './past-activity/past-activity.entity.js';
import { PastActivityService } from './past-activity/past-activity.service.js';
import { PastActivityOutcomeController } from './past-activity-outcome/past-activity-outcome.controller.js';
import { PastActivityOutcomeEntity } from './past-activity-outcome/past-activity-outcome.entity.js';
import { PastActivityOutcomeService } from './past-activity-outcome/past-activity-outcome.service.js';
import { PastHomeVisitController } from './past-home-visit/past-home-visit.controller.js';
import { PastHomeVisitEntity } from './past-home-visit/past-home-visit.entity.js';
import { PastHomeVisitService } from './past-home-visit/past-home-visit.service.js';
import { PastRoundController } from './past-round/past-round.controller.js';
import { PastRoundEntity } from './past-round/past-round.entity.js';
import { PastRoundService } from './past-round/past-round.service.js';
import { PastServiceCaseController } from './past-service-case/past-service-case.controller.js';
import { PastServiceCaseEntity } from './past-service-case/past-service-case.entity.js';
import { PastServiceCaseService } from './past-service-case/past-service-case.service.js';

/** What is brought along of services of the time before adds to the service. */
export const PAST_SERVICES_ENTITIES = [
  PastServiceCaseEntity,
  PastHomeVisitEntity,
  PastActivityEntity,
  PastActivityOutcomeEntity,
  PastRoundEntity,
];
export const PAST_SERVICES_CONTROLLERS = [
  PastServiceCaseController,
  PastHomeVisitController,
  PastActivityController,
  PastActivityOutcomeController,
  PastRoundController,
];
export const PAST_SERVICES_PROVIDERS = [
  PastServiceCaseService,
  PastHomeVisitService,
  PastActivityService,
  PastActivityOutcomeService,
  PastRoundService,
];

import { PastHomeVisitController } from './past-home-visit/past-home-visit.controller.js';
import { PastHomeVisitEntity } from './past-home-visit/past-home-visit.entity.js';
import { PastHomeVisitService } from './past-home-visit/past-home-visit.service.js';
import { PastServiceCaseController } from './past-service-case/past-service-case.controller.js';
import { PastServiceCaseEntity } from './past-service-case/past-service-case.entity.js';
import { PastServiceCaseService } from './past-service-case/past-service-case.service.js';

/** What is brought along of services of the time before adds to the service. */
export const PAST_SERVICES_ENTITIES = [PastServiceCaseEntity, PastHomeVisitEntity];
export const PAST_SERVICES_CONTROLLERS = [PastServiceCaseController, PastHomeVisitController];
export const PAST_SERVICES_PROVIDERS = [PastServiceCaseService, PastHomeVisitService];

import { PastCallController } from './past-call/past-call.controller.js';
import { PastCallEntity } from './past-call/past-call.entity.js';
import { PastCallService } from './past-call/past-call.service.js';
import { PastReceptionDayController } from './past-reception-day/past-reception-day.controller.js';
import { PastReceptionDayService } from './past-reception-day/past-reception-day.service.js';
import { PastRequestController } from './past-request/past-request.controller.js';
import { PastRequestService } from './past-request/past-request.service.js';

/** What is brought along from the time before adds to the service. */
export const PAST_ENTITIES = [PastCallEntity];
export const PAST_CONTROLLERS = [PastRequestController, PastReceptionDayController, PastCallController];
export const PAST_PROVIDERS = [PastRequestService, PastReceptionDayService, PastCallService];

import { ActivityController } from './activity/activity.controller.js';
import { ActivityEntity, ActivityHistoryEntity } from './activity/activity.entity.js';
import { ActivityService } from './activity/activity.service.js';
import { ActivityClock } from './activity/activity-clock.service.js';
import { ActivityBookingController } from './activity-booking/activity-booking.controller.js';
import { ActivityBookingEntity, ActivityBookingHistoryEntity } from './activity-booking/activity-booking.entity.js';
import { ActivityBookingService } from './activity-booking/activity-booking.service.js';
import { ActivityBookingClock } from './activity-booking/activity-booking-clock.service.js';
import { PublicBookingController } from './activity-booking/public-booking.controller.js';
import { PublicBookingService } from './activity-booking/public-booking.service.js';
import { ActivityOutcomeController } from './activity-outcome/activity-outcome.controller.js';
import { ActivityOutcomeEntity, ActivityOutcomeHistoryEntity } from './activity-outcome/activity-outcome.entity.js';
import { ActivityOutcomeService } from './activity-outcome/activity-outcome.service.js';
import { ActivityOutcomeClock } from './activity-outcome/activity-outcome-clock.service.js';
import { DeliveryReachController } from './delivery-reach/delivery-reach.controller.js';
import { DeliveryReachService } from './delivery-reach/delivery-reach.service.js';

/** What activities add to the service. */
export const ACTIVITIES_ENTITIES = [
  ActivityEntity,
  ActivityHistoryEntity,
  ActivityBookingEntity,
  ActivityBookingHistoryEntity,
  ActivityOutcomeEntity,
  ActivityOutcomeHistoryEntity,
];
export const ACTIVITIES_CONTROLLERS = [
  ActivityController,
  ActivityBookingController,
  PublicBookingController,
  ActivityOutcomeController,
  DeliveryReachController,
];
export const ACTIVITIES_PROVIDERS = [
  ActivityService,
  ActivityClock,
  ActivityBookingService,
  PublicBookingService,
  ActivityBookingClock,
  ActivityOutcomeService,
  ActivityOutcomeClock,
  DeliveryReachService,
];

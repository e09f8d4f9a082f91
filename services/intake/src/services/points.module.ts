import { FacilityFaultController } from './facility-fault/facility-fault.controller.js';
import { FacilityFaultEntity, FacilityFaultHistoryEntity } from './facility-fault/facility-fault.entity.js';
import { FacilityFaultService } from './facility-fault/facility-fault.service.js';
import { FacilityFaultClock } from './facility-fault/facility-fault-clock.service.js';
import { PublicFaultController } from './facility-fault/public-fault.controller.js';
import { NearbyPointController } from './nearby-point/nearby-point.controller.js';
import { NearbyPointService } from './nearby-point/nearby-point.service.js';
import { PointUseController } from './point-use/point-use.controller.js';
import { PointUseEntity, PointUseHistoryEntity } from './point-use/point-use.entity.js';
import { PointUseService } from './point-use/point-use.service.js';
import { ServicePointController } from './service-point/service-point.controller.js';
import { ServicePointEntity } from './service-point/service-point.entity.js';
import { ServicePointService } from './service-point/service-point.service.js';

/** What service points, their use and their faults add to the service. */
export const POINT_ENTITIES = [ServicePointEntity, PointUseEntity, PointUseHistoryEntity, FacilityFaultEntity, FacilityFaultHistoryEntity];
export const POINT_CONTROLLERS = [
  ServicePointController,
  NearbyPointController,
  PointUseController,
  FacilityFaultController,
  PublicFaultController,
];
export const POINT_PROVIDERS = [ServicePointService, NearbyPointService, PointUseService, FacilityFaultService, FacilityFaultClock];

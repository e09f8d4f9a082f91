import { AreaController } from './area/area.controller.js';
import { AreaEntity } from './area/area.entity.js';
import { AreaService } from './area/area.service.js';
import { CommunityController } from './area/community.controller.js';
import { CommunityService } from './area/community.service.js';
import { AreaBoundaryController } from './area-boundary/area-boundary.controller.js';
import { AreaBoundaryEntity } from './area-boundary/area-boundary.entity.js';
import { AreaBoundaryService } from './area-boundary/area-boundary.service.js';

/** What areas add to the service. */
export const AREAS_ENTITIES = [AreaEntity, AreaBoundaryEntity];
export const AREAS_CONTROLLERS = [AreaController, AreaBoundaryController, CommunityController];
export const AREAS_PROVIDERS = [AreaService, AreaBoundaryService, CommunityService];

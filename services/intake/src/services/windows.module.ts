import { DocumentTemplateEntity } from '@zero-distance/documents';
import { ServiceSuccessionClock } from './area-succession/service-succession-clock.service.js';
import { ClerkQualificationController } from './clerk-qualification/clerk-qualification.controller.js';
import { ClerkQualificationEntity } from './clerk-qualification/clerk-qualification.entity.js';
import { ClerkQualificationService } from './clerk-qualification/clerk-qualification.service.js';
import { HomeVisitController } from './home-visit/home-visit.controller.js';
import { HomeVisitEntity, HomeVisitHistoryEntity } from './home-visit/home-visit.entity.js';
import { HomeVisitService } from './home-visit/home-visit.service.js';
import { HomeVisitClock } from './home-visit/home-visit-clock.service.js';
import { HomeVisitFollower } from './home-visit/home-visit-follower.service.js';
import { ResidentTimelineController } from './resident-timeline/resident-timeline.controller.js';
import { ResidentTimelineService } from './resident-timeline/resident-timeline.service.js';
import { PublicCaseController } from './service-case/public-case.controller.js';
import { PublicCaseService } from './service-case/public-case.service.js';
import { ServiceCaseController } from './service-case/service-case.controller.js';
import { ServiceCaseEntity, ServiceCaseHistoryEntity } from './service-case/service-case.entity.js';
import { ServiceCaseService } from './service-case/service-case.service.js';
import { ServiceCaseClock } from './service-case/service-case-clock.service.js';
import { ServiceCaseFollower } from './service-case/service-case-follower.service.js';
import { ServiceCaseOpeningService } from './service-case/service-case-opening.service.js';
import { TakingBackController } from './service-case/taking-back.controller.js';

/** What windows, assisted handling and home visits add to the service. */
export const WINDOW_ENTITIES = [
  ServiceCaseEntity,
  ServiceCaseHistoryEntity,
  ClerkQualificationEntity,
  HomeVisitEntity,
  HomeVisitHistoryEntity,
  DocumentTemplateEntity,
];
export const WINDOW_CONTROLLERS = [
  ServiceCaseController,
  TakingBackController,
  PublicCaseController,
  ClerkQualificationController,
  HomeVisitController,
  ResidentTimelineController,
];
export const WINDOW_PROVIDERS = [
  ServiceCaseService,
  PublicCaseService,
  ServiceCaseOpeningService,
  ServiceCaseClock,
  ClerkQualificationService,
  HomeVisitService,
  HomeVisitClock,
  HomeVisitFollower,
  ResidentTimelineService,
  ServiceCaseFollower,
  ServiceSuccessionClock,
];

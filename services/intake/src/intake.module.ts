import { Module } from '@nestjs/common';
import { DocumentsModule } from '@zero-distance/documents';
import { BYTES_LEFT, FILE_ENTITIES, FilesModule } from '@zero-distance/files';
import { chosenAdapters, MessageEntity, NotificationModule, withSignedLinks } from '@zero-distance/notification';
import { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { ErasureModule, ImportEntity, ImportModule, PlatformModule, PolicyEntity, PolicyModule } from '@zero-distance/platform';
import { CODE_TABLES } from './code-tables.js';
import { config } from './config.js';
import { IntakeEvents } from './events.js';
import { PEOPLE_CONTROLLERS, PEOPLE_ENTITIES, PEOPLE_PROVIDERS } from './people/people.module.js';
import { PersonalData } from './personal-data/personal-data.service.js';
import { POLICIES } from './policy/policy.js';
import { AREAS_CONTROLLERS, AREAS_ENTITIES, AREAS_PROVIDERS } from './reference/areas.module.js';
import { CategoriesInUse } from './reference/category/categories-in-use.service.js';
import { CategoryController } from './reference/category/category.controller.js';
import { CategoryEntity } from './reference/category/category.entity.js';
import { CategoryService } from './reference/category/category.service.js';
import { GridController } from './reference/grid/grid.controller.js';
import { GridEntity } from './reference/grid/grid.entity.js';
import { GridService } from './reference/grid/grid.service.js';
import { PublicGridController } from './reference/grid/public-grid.controller.js';
import { KnowledgeClock } from './reference/knowledge-entry/knowledge-clock.service.js';
import { KnowledgeEntryController } from './reference/knowledge-entry/knowledge-entry.controller.js';
import { KnowledgeEntryEntity, KnowledgeEntryHistoryEntity } from './reference/knowledge-entry/knowledge-entry.entity.js';
import { KnowledgeEntryService } from './reference/knowledge-entry/knowledge-entry.service.js';
import { WechatGroupController } from './reference/wechat-group/wechat-group.controller.js';
import { WechatGroupEntity } from './reference/wechat-group/wechat-group.entity.js';
import { WechatGroupService } from './reference/wechat-group/wechat-group.service.js';
import { RegisterEvents } from './register-events.js';
import { AreaMentionController } from './requests/area-mention/area-mention.controller.js';
import { AreaMentionService } from './requests/area-mention/area-mention.service.js';
import { AreaSuccessionClock } from './requests/area-succession/area-succession-clock.service.js';
import { CallEntity } from './requests/call/call.entity.js';
import { CategoryMentionController } from './requests/category-mention/category-mention.controller.js';
import { CategoryMentionService } from './requests/category-mention/category-mention.service.js';
import { CorrectionController } from './requests/correction/correction.controller.js';
import { CorrectionEntity } from './requests/correction/correction.entity.js';
import { CorrectionService } from './requests/correction/correction.service.js';
import { DeskFactsController } from './requests/desk-facts/desk-facts.controller.js';
import { DeskFactsService } from './requests/desk-facts/desk-facts.service.js';
import { AnsweringService } from './requests/division/answering.service.js';
import { DivisionController } from './requests/division/division.controller.js';
import { DivisionService } from './requests/division/division.service.js';
import { DuplicateController } from './requests/duplicate/duplicate.controller.js';
import { DuplicateService } from './requests/duplicate/duplicate.service.js';
import { ErasureController } from './requests/erasure/erasure.controller.js';
import { ErasureService } from './requests/erasure/erasure.service.js';
import { RetentionService } from './requests/erasure/retention.service.js';
import { FollowUpController } from './requests/follow-up/follow-up.controller.js';
import { FollowUpEntity } from './requests/follow-up/follow-up.entity.js';
import { FollowUpService } from './requests/follow-up/follow-up.service.js';
import { KnowledgeController } from './requests/knowledge/knowledge.controller.js';
import { KnowledgeService } from './requests/knowledge/knowledge.service.js';
import { FollowingService } from './requests/merging/following.service.js';
import { MergingController } from './requests/merging/merging.controller.js';
import { MergingService } from './requests/merging/merging.service.js';
import { MissedCallController } from './requests/missed-call/missed-call.controller.js';
import { MissedCallEntity, MissedCallHistoryEntity } from './requests/missed-call/missed-call.entity.js';
import { MissedCallService } from './requests/missed-call/missed-call.service.js';
import { MissedCallClock } from './requests/missed-call/missed-call-clock.service.js';
import { MobileGridWorkerController } from './requests/mobile-grid-worker/mobile-grid-worker.controller.js';
import { MobileGridWorkerEntity } from './requests/mobile-grid-worker/mobile-grid-worker.entity.js';
import { MobileGridWorkerService } from './requests/mobile-grid-worker/mobile-grid-worker.service.js';
import { SnapshotPointEntity } from './requests/mobile-grid-worker/snapshot-point.entity.js';
import { PAST_CONTROLLERS, PAST_ENTITIES, PAST_PROVIDERS } from './requests/past.module.js';
import { PublicMatterController } from './requests/public-matter/public-matter.controller.js';
import { PublicMatterService } from './requests/public-matter/public-matter.service.js';
import { ReceptionDayController } from './requests/reception-day/reception-day.controller.js';
import { ReceptionDayEntity, ReceptionDayHistoryEntity } from './requests/reception-day/reception-day.entity.js';
import { ReceptionDayService } from './requests/reception-day/reception-day.service.js';
import { ReceptionDayClock } from './requests/reception-day/reception-day-clock.service.js';
import { RecusalService } from './requests/recusal/recusal.service.js';
import { ReopeningController } from './requests/reopening/reopening.controller.js';
import { ReopeningService } from './requests/reopening/reopening.service.js';
import { RegistrationService } from './requests/request/registration.service.js';
import { RequestController } from './requests/request/request.controller.js';
import { RequestEntity, RequestHistoryEntity } from './requests/request/request.entity.js';
import { RequestService } from './requests/request/request.service.js';
import { REQUESTS, seeRequestOrPart } from './requests/request/request.store.js';
import { recipientOf } from './requests/requester/recipient.store.js';
import { RequesterEntity } from './requests/requester/requester.entity.js';
import { RevealController } from './requests/reveal/reveal.controller.js';
import { RevealService } from './requests/reveal/reveal.service.js';
import { RequestWordsService } from './requests/search/request-words.service.js';
import { PublicSnapshotController } from './requests/snapshot-report/public-snapshot.controller.js';
import { SnapshotClock } from './requests/snapshot-report/snapshot-clock.service.js';
import { SnapshotReportController } from './requests/snapshot-report/snapshot-report.controller.js';
import { SnapshotReportEntity, SnapshotReportHistoryEntity } from './requests/snapshot-report/snapshot-report.entity.js';
import { SnapshotReportService } from './requests/snapshot-report/snapshot-report.service.js';
import { SNAPSHOT_REPORTS } from './requests/snapshot-report/snapshot-report.store.js';
import { VerificationService } from './requests/snapshot-report/verification.service.js';
import { TimelineController } from './requests/timeline/timeline.controller.js';
import { TimelineService } from './requests/timeline/timeline.service.js';
import { TrackingController } from './requests/tracking/tracking.controller.js';
import { TrackingService } from './requests/tracking/tracking.service.js';
import { VisitController } from './requests/visit/visit.controller.js';
import { VisitService } from './requests/visit/visit.service.js';
import { ACTIVITIES_CONTROLLERS, ACTIVITIES_ENTITIES, ACTIVITIES_PROVIDERS } from './services/activities.module.js';
import { bookerToTell } from './services/activity-booking/activity-booking.store.js';
import { ACTIVITY_OUTCOMES } from './services/activity-outcome/activity-outcome.store.js';
import { DOOR_KNOCKING_CONTROLLERS, DOOR_KNOCKING_ENTITIES, DOOR_KNOCKING_PROVIDERS } from './services/door-knocking.module.js';
import { PAST_SERVICES_CONTROLLERS, PAST_SERVICES_ENTITIES, PAST_SERVICES_PROVIDERS } from './services/past-services.module.js';
import { POINT_CONTROLLERS, POINT_ENTITIES, POINT_PROVIDERS } from './services/points.module.js';
import { CASE_NOTICE } from './services/service-case/case-notice.view.js';
import { ServiceItemController } from './services/service-item/service-item.controller.js';
import { ServiceItemEntity, ServiceItemVersionEntity } from './services/service-item/service-item.entity.js';
import { ServiceItemService } from './services/service-item/service-item.service.js';
import { ServiceMenuController } from './services/service-menu/service-menu.controller.js';
import { ServiceMenuService } from './services/service-menu/service-menu.service.js';
import { ServiceOrderController } from './services/service-order/service-order.controller.js';
import { ServiceOrderService } from './services/service-order/service-order.service.js';
import { WINDOW_CONTROLLERS, WINDOW_ENTITIES, WINDOW_PROVIDERS } from './services/windows.module.js';

const entities = [
  ...PEOPLE_ENTITIES,
  ImportEntity,
  ...AREAS_ENTITIES,
  CategoryEntity,
  GridEntity,
  WechatGroupEntity,
  ServiceItemEntity,
  ServiceItemVersionEntity,
  RequestEntity,
  RequestHistoryEntity,
  RequesterEntity,
  CallEntity,
  CorrectionEntity,
  FollowUpEntity,
  PolicyEntity,
  ...FILE_ENTITIES,
  MessageEntity,
  KnowledgeEntryEntity,
  KnowledgeEntryHistoryEntity,
  SnapshotReportEntity,
  SnapshotReportHistoryEntity,
  MissedCallEntity,
  MissedCallHistoryEntity,
  SnapshotPointEntity,
  MobileGridWorkerEntity,
  ReceptionDayEntity,
  ReceptionDayHistoryEntity,
  ...PAST_ENTITIES,
  ...PAST_SERVICES_ENTITIES,
  ...DOOR_KNOCKING_ENTITIES,
  ...ACTIVITIES_ENTITIES,
  ...POINT_ENTITIES,
  ...WINDOW_ENTITIES,
];

const ring = new KeyRing(config.PERSONAL_DATA_KEYS);

const IMPORT_EXAMPLE = { register: 'areas', csv: 'code,name,kind,edition\n230903011002,东山社区居民委员会,residents_committee,NBS-2023\n' };

@Module({
  imports: [
    PlatformModule.forService({ service: 'intake', config, entities, codeTables: CODE_TABLES }),
    PolicyModule.forService(POLICIES),
    ImportModule.forService('intake', IMPORT_EXAMPLE, ring),
    ErasureModule.forService('intake', BYTES_LEFT),
    DocumentsModule.forService('intake', [CASE_NOTICE]),
    NotificationModule.forService('intake', {
      adapters: chosenAdapters(config),
      policies: POLICIES,
      index: new BlindIndex(config.BLIND_INDEX_KEY),
      recipientOf: withSignedLinks(config, async (tx, id) => (await recipientOf(tx, id, ring)) ?? bookerToTell(tx, id, ring)),
    }),
    FilesModule.forService(
      'intake',
      config,
      {
        request: { readBy: 'intake.requests.get', load: seeRequestOrPart },
        'snapshot-report': { readBy: 'intake.snapshotReports.get', load: (tx, id) => SNAPSHOT_REPORTS.load(tx, id) },
        'activity-outcome': { readBy: 'intake.activityOutcomes.get', load: (tx, id) => ACTIVITY_OUTCOMES.load(tx, id) },
      },
      { kind: 'request', from: 'request', visible: REQUESTS.offers.visible, while: 'not t.confidential' },
      { ofVisitors: true },
    ),
  ],
  controllers: [
    ...AREAS_CONTROLLERS,
    CategoryController,
    AreaMentionController,
    CategoryMentionController,
    GridController,
    WechatGroupController,
    PublicGridController,
    ServiceItemController,
    ServiceMenuController,
    ServiceOrderController,
    RequestController,
    CorrectionController,
    DuplicateController,
    DeskFactsController,
    FollowUpController,
    ReopeningController,
    MergingController,
    DivisionController,
    ...PAST_CONTROLLERS,
    ...PAST_SERVICES_CONTROLLERS,
    TimelineController,
    TrackingController,
    PublicMatterController,
    VisitController,
    RevealController,
    ErasureController,
    KnowledgeEntryController,
    KnowledgeController,
    SnapshotReportController,
    PublicSnapshotController,
    MissedCallController,
    MobileGridWorkerController,
    ReceptionDayController,
    ...PEOPLE_CONTROLLERS,
    ...DOOR_KNOCKING_CONTROLLERS,
    ...ACTIVITIES_CONTROLLERS,
    ...POINT_CONTROLLERS,
    ...WINDOW_CONTROLLERS,
    ...[IntakeEvents, RegisterEvents],
  ],
  providers: [
    ...PEOPLE_PROVIDERS,
    ...AREAS_PROVIDERS,
    CategoriesInUse,
    CategoryService,
    AreaMentionService,
    CategoryMentionService,
    GridService,
    WechatGroupService,
    CorrectionService,
    AreaSuccessionClock,
    DuplicateService,
    DeskFactsService,
    ErasureService,
    FollowUpService,
    FollowingService,
    MergingService,
    AnsweringService,
    DivisionService,
    RetentionService,
    ...PAST_PROVIDERS,
    ...PAST_SERVICES_PROVIDERS,
    PersonalData,
    RecusalService,
    ReopeningService,
    RegistrationService,
    RequestService,
    RequestWordsService,
    RevealService,
    ServiceItemService,
    ServiceMenuService,
    ServiceOrderService,
    TimelineService,
    TrackingService,
    PublicMatterService,
    VisitService,
    KnowledgeEntryService,
    KnowledgeClock,
    KnowledgeService,
    SnapshotReportService,
    SnapshotClock,
    MobileGridWorkerService,
    VerificationService,
    MissedCallService,
    MissedCallClock,
    ReceptionDayService,
    ReceptionDayClock,
    ...DOOR_KNOCKING_PROVIDERS,
    ...ACTIVITIES_PROVIDERS,
    ...POINT_PROVIDERS,
    ...WINDOW_PROVIDERS,
  ],
})
export class IntakeModule {}

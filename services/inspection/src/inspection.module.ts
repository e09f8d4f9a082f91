import { Module } from '@nestjs/common';
import { FILE_ENTITIES, FilesModule } from '@zero-distance/files';
import { ImportEntity, ImportModule, PlatformModule, PolicyEntity, PolicyModule } from '@zero-distance/platform';
import { ChecklistController } from './checklist/checklist.controller.js';
import { ChecklistEntity } from './checklist/checklist.entity.js';
import { ChecklistService } from './checklist/checklist.service.js';
import { CODE_TABLES } from './code-tables.js';
import { config } from './config.js';
import { InspectionEvents } from './events.js';
import { HazardController } from './hazard/hazard.controller.js';
import { HazardEntity, HazardHistoryEntity } from './hazard/hazard.entity.js';
import { HazardService } from './hazard/hazard.service.js';
import { HAZARDS } from './hazard/hazard.store.js';
import { PastHazardController } from './past-hazard/past-hazard.controller.js';
import { PastHazardService } from './past-hazard/past-hazard.service.js';
import { PastVisitController } from './past-visit/past-visit.controller.js';
import { PastVisitService } from './past-visit/past-visit.service.js';
import { POLICIES } from './policy/policy.js';
import { PremisesController } from './premises/premises.controller.js';
import { PremisesEntity } from './premises/premises.entity.js';
import { PremisesService } from './premises/premises.service.js';
import { RoundController } from './round/round.controller.js';
import { RoundStopEntity } from './round/round.entity.js';
import { RoundService } from './round/round.service.js';
import { VisitController } from './visit/visit.controller.js';
import { VisitEntity } from './visit/visit.entity.js';
import { VisitService } from './visit/visit.service.js';

const entities = [
  ImportEntity,
  PremisesEntity,
  ChecklistEntity,
  VisitEntity,
  HazardEntity,
  HazardHistoryEntity,
  RoundStopEntity,
  PolicyEntity,
  ...FILE_ENTITIES,
];

const IMPORT_EXAMPLE = {
  register: 'premises',
  csv: 'code,name,kind,areaCode,address,status\nXF-0101,学府超市,shop,230903011001,学府街 14 号,active\n',
};

@Module({
  imports: [
    PlatformModule.forService({ service: 'inspection', config, entities, codeTables: CODE_TABLES }),
    PolicyModule.forService(POLICIES),
    FilesModule.forService(
      'inspection',
      config,
      { hazard: { readBy: 'inspection.hazards.get', load: (tx, id) => HAZARDS.load(tx, id) } },
      { kind: 'hazard', from: 'hazard', visible: HAZARDS.offers.visible },
    ),
    ImportModule.forService('inspection', IMPORT_EXAMPLE),
  ],
  controllers: [
    PremisesController,
    ChecklistController,
    VisitController,
    HazardController,
    PastHazardController,
    PastVisitController,
    RoundController,
    InspectionEvents,
  ],
  providers: [PremisesService, ChecklistService, VisitService, HazardService, PastHazardService, PastVisitService, RoundService],
})
export class InspectionModule {}

import { Module } from '@nestjs/common';
import { DocumentsModule, DocumentTemplateEntity } from '@zero-distance/documents';
import { BYTES_LEFT, FILE_ENTITIES, FilesModule } from '@zero-distance/files';
import {
  ErasureModule,
  ImportEntity,
  ImportModule,
  MatterTextEntity,
  MatterTextModule,
  PlatformModule,
  PolicyEntity,
  PolicyModule,
} from '@zero-distance/platform';
import { AgreementEntity } from './agreement/agreement.entity.js';
import { AreaSuccessionClock } from './area-succession/area-succession-clock.service.js';
import { CODE_TABLES } from './code-tables.js';
import { config } from './config.js';
import { CaseMediationEvents } from './events.js';
import { AGREEMENT_DOCUMENT } from './mediation-case/agreement-document.view.js';
import { DossierService } from './mediation-case/dossier.service.js';
import { MediationCaseController } from './mediation-case/mediation-case.controller.js';
import { MediationCaseEntity, MediationCaseHistoryEntity } from './mediation-case/mediation-case.entity.js';
import { MediationCaseService } from './mediation-case/mediation-case.service.js';
import { MEDIATION_CASES } from './mediation-case/mediation-case.store.js';
import { MediatorController } from './mediator/mediator.controller.js';
import { MediatorEntity } from './mediator/mediator.entity.js';
import { MediatorService } from './mediator/mediator.service.js';
import { PastCaseController } from './past-case/past-case.controller.js';
import { PastCaseService } from './past-case/past-case.service.js';
import { POLICIES } from './policy/policy.js';
import { RetirementController } from './retirement/retirement.controller.js';
import { RetirementService } from './retirement/retirement.service.js';
import { SessionEntity } from './session/session.entity.js';

const entities = [
  MediationCaseEntity,
  MediationCaseHistoryEntity,
  SessionEntity,
  AgreementEntity,
  MediatorEntity,
  PolicyEntity,
  MatterTextEntity,
  DocumentTemplateEntity,
  ImportEntity,
  ...FILE_ENTITIES,
];

const IMPORT_EXAMPLE = {
  register: 'mediators',
  csv: 'code,name,qualification,specialities,areaCode,committee\ntj-011001-02,李明德,experienced,neighbours,230903011001,学府社区人民调解委员会\n',
};

@Module({
  imports: [
    PlatformModule.forService({ service: 'case-mediation', config, entities, codeTables: CODE_TABLES }),
    PolicyModule.forService(POLICIES),
    MatterTextModule.forService(config),
    DocumentsModule.forService('case-mediation', [AGREEMENT_DOCUMENT]),
    FilesModule.forService('case-mediation', config, {
      case: { readBy: 'case-mediation.cases.get', load: (tx, id) => MEDIATION_CASES.load(tx, id) },
    }),
    ImportModule.forService('case-mediation', IMPORT_EXAMPLE),
    ErasureModule.forService('case-mediation', BYTES_LEFT),
  ],
  controllers: [MediationCaseController, MediatorController, PastCaseController, RetirementController, CaseMediationEvents],
  providers: [AreaSuccessionClock, DossierService, MediationCaseService, MediatorService, PastCaseService, RetirementService],
})
export class CaseMediationModule {}

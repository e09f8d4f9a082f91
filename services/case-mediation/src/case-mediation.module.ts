import { Module } from '@nestjs/common';
import { DocumentsModule, DocumentTemplateEntity } from '@zero-distance/documents';
import { BYTES_LEFT, FILE_ENTITIES, FilesModule } from '@zero-distance/files';
import { ErasureModule, MatterTextEntity, MatterTextModule, PlatformModule, PolicyEntity, PolicyModule } from '@zero-distance/platform';
import { AgreementEntity } from './agreement/agreement.entity.js';
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
import { POLICIES } from './policy/policy.js';
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
  ...FILE_ENTITIES,
];

@Module({
  imports: [
    PlatformModule.forService({ service: 'case-mediation', config, entities, codeTables: CODE_TABLES }),
    PolicyModule.forService(POLICIES),
    MatterTextModule.forService(config),
    DocumentsModule.forService('case-mediation', [AGREEMENT_DOCUMENT]),
    FilesModule.forService('case-mediation', config, { case: (tx, id) => MEDIATION_CASES.load(tx, id) }),
    ErasureModule.forService('case-mediation', BYTES_LEFT),
  ],
  controllers: [MediationCaseController, MediatorController, CaseMediationEvents],
  providers: [DossierService, MediationCaseService, MediatorService],
})
export class CaseMediationModule {}

import { Module } from '@nestjs/common';
import { PlatformModule } from '@zero-distance/platform';
import { AgreementEntity } from './agreement/agreement.entity.js';
import { config } from './config.js';
import { CaseMediationEvents } from './events.js';
import { MediationCaseController } from './mediation-case/mediation-case.controller.js';
import { MediationCaseEntity } from './mediation-case/mediation-case.entity.js';
import { MediationCaseService } from './mediation-case/mediation-case.service.js';
import { MediationCaseHistoryEntity } from './mediation-case/mediation-case-history.entity.js';
import { ReferralService } from './mediation-case/referral.service.js';
import { MediatorController } from './mediator/mediator.controller.js';
import { MediatorEntity } from './mediator/mediator.entity.js';
import { MediatorService } from './mediator/mediator.service.js';
import { PolicyController } from './policy/policy.controller.js';
import { PolicyEntity } from './policy/policy.entity.js';
import { PolicyService } from './policy/policy.service.js';
import { SessionController } from './session/session.controller.js';
import { SessionEntity } from './session/session.entity.js';
import { SessionService } from './session/session.service.js';

const entities = [MediationCaseEntity, MediationCaseHistoryEntity, SessionEntity, AgreementEntity, MediatorEntity, PolicyEntity];

@Module({
  imports: [PlatformModule.forService({ service: 'case-mediation', config, entities })],
  controllers: [MediationCaseController, SessionController, MediatorController, PolicyController, CaseMediationEvents],
  providers: [MediationCaseService, ReferralService, SessionService, MediatorService, PolicyService],
})
export class CaseMediationModule {}

import { Module } from '@nestjs/common';
import { PlatformModule } from '@zero-distance/platform';
import { CallbackController } from './callback/callback.controller.js';
import { CallbackEntity, CallbackHistoryEntity } from './callback/callback.entity.js';
import { CallbackService } from './callback/callback.service.js';
import { config } from './config.js';
import { EvaluationEvents } from './events.js';
import { FigureController } from './figure/figure.controller.js';
import { FigureService } from './figure/figure.service.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { LedgerService } from './ledger/ledger.service.js';
import { PolicyController } from './policy/policy.controller.js';
import { PolicyEntity } from './policy/policy.entity.js';
import { PolicyService } from './policy/policy.service.js';

@Module({
  imports: [PlatformModule.forService({ service: 'evaluation', config, entities: [CallbackEntity, CallbackHistoryEntity, PolicyEntity] })],
  controllers: [CallbackController, FigureController, LedgerController, PolicyController, EvaluationEvents],
  providers: [CallbackService, FigureService, LedgerService, PolicyService],
})
export class EvaluationModule {}

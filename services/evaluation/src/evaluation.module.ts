import { Module } from '@nestjs/common';
import { ErasureModule, LinkReader, PlatformModule, PolicyEntity, PolicyModule } from '@zero-distance/platform';
import { CallbackController } from './callback/callback.controller.js';
import { CallbackEntity, CallbackHistoryEntity } from './callback/callback.entity.js';
import { CallbackService } from './callback/callback.service.js';
import { PublicCallbackController } from './callback/public-callback.controller.js';
import { PublicCallbackService } from './callback/public-callback.service.js';
import { CODE_TABLES } from './code-tables.js';
import { config } from './config.js';
import { EvaluationEvents } from './events.js';
import { ExclusionService } from './fact/exclusion.service.js';
import { FigureController } from './figure/figure.controller.js';
import { FigureService } from './figure/figure.service.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { LedgerService } from './ledger/ledger.service.js';
import { POLICIES } from './policy/policy.js';
import { PublicFigureController } from './public-figure/public-figure.controller.js';
import { PublicFigureService } from './public-figure/public-figure.service.js';

const entities = [CallbackEntity, CallbackHistoryEntity, PolicyEntity];

@Module({
  imports: [
    PlatformModule.forService({ service: 'evaluation', config, entities, codeTables: CODE_TABLES }),
    PolicyModule.forService(POLICIES),
    ErasureModule.forService('evaluation'),
  ],
  controllers: [CallbackController, PublicCallbackController, FigureController, LedgerController, PublicFigureController, EvaluationEvents],
  providers: [
    CallbackService,
    PublicCallbackService,
    FigureService,
    ExclusionService,
    LedgerService,
    PublicFigureService,
    { provide: LinkReader, useFactory: () => new LinkReader(config.SIGNED_LINK_KEYS) },
  ],
})
export class EvaluationModule {}

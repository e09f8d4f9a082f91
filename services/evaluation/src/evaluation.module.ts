import { Module } from '@nestjs/common';
import { ErasureModule, ImportEntity, ImportModule, LinkReader, PlatformModule, PolicyEntity, PolicyModule } from '@zero-distance/platform';
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
import { PastCallbackController } from './past-callback/past-callback.controller.js';
import { PastCallbackService } from './past-callback/past-callback.service.js';
import { PastEvents } from './past-events.js';
import { PastMonthController } from './past-month/past-month.controller.js';
import { PastMonthService } from './past-month/past-month.service.js';
import { POLICIES } from './policy/policy.js';
import { PublicFigureController } from './public-figure/public-figure.controller.js';
import { PublicFigureService } from './public-figure/public-figure.service.js';
import { SuccessionEvents } from './succession-events.js';

const entities = [ImportEntity, CallbackEntity, CallbackHistoryEntity, PolicyEntity];

const IMPORT_EXAMPLE = {
  register: 'past-callbacks',
  csv: 'reference,contacted,solved,satisfaction,recordedAt\nHOTLINE-2025-000417,true,true,satisfied,2025-03-08T10:00:00+08:00\n',
};

@Module({
  imports: [
    PlatformModule.forService({ service: 'evaluation', config, entities, codeTables: CODE_TABLES }),
    PolicyModule.forService(POLICIES),
    ErasureModule.forService('evaluation'),
    ImportModule.forService('evaluation', IMPORT_EXAMPLE),
  ],
  controllers: [
    CallbackController,
    PastCallbackController,
    PublicCallbackController,
    FigureController,
    LedgerController,
    PublicFigureController,
    PastMonthController,
    EvaluationEvents,
    PastEvents,
    SuccessionEvents,
  ],
  providers: [
    CallbackService,
    PastCallbackService,
    PublicCallbackService,
    FigureService,
    ExclusionService,
    LedgerService,
    PublicFigureService,
    PastMonthService,
    { provide: LinkReader, useFactory: () => new LinkReader(config.SIGNED_LINK_KEYS) },
  ],
})
export class EvaluationModule {}

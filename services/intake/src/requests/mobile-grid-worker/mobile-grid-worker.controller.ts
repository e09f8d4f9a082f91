import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import {
  MobileGridWorkerDto,
  MobileGridWorkerParams,
  MobileGridWorkerQuery,
  RegisterMobileGridWorkerInput,
  WorkerPointsDto,
} from './mobile-grid-worker.dto.js';
import { refuseWorker } from './mobile-grid-worker.errors.js';
import { MobileGridWorkerService } from './mobile-grid-worker.service.js';

@ApiTags('移动网格员 / Mobile grid workers')
@Controller('mobile-grid-workers')
export class MobileGridWorkerController {
  constructor(private readonly workers: MobileGridWorkerService) {}

  @Put(':code')
  @Auth('intake.mobileGridWorkers.register')
  @Importable({ register: 'mobile-grid-workers', list: MobileGridWorkerDto })
  @Operation({
    zh: '登记、核验或注销移动网格员（骑手、快递员）',
    en: 'Register, verify or retire a mobile grid worker: a rider or courier',
    answers: MobileGridWorkerDto,
    errors: [
      refuse('register.changed_meanwhile'),
      refuseWorker('mobile_grid_worker.account_taken'),
      refuseWorker('mobile_grid_worker.account_stays'),
    ],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: MobileGridWorkerParams,
    @Body() input: RegisterMobileGridWorkerInput,
    @IfMatch() ifMatch?: number,
  ): Promise<MobileGridWorkerDto> {
    return this.workers.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('intake.mobileGridWorkers.list')
  @Operation({ zh: '移动网格员名册', en: 'The register of mobile grid workers', answers: ChangesPageOf(MobileGridWorkerDto) })
  list(@Caller() actor: Actor, @Query() query: MobileGridWorkerQuery): Promise<Page<MobileGridWorkerDto>> {
    return this.workers.list(actor, query);
  }

  @Get(':code/points')
  @Auth('intake.mobileGridWorkers.points')
  @Operation({
    zh: '一名移动网格员的积分、荣誉和明细；不排名',
    en: 'Points, honour and ledger of one mobile grid worker; there is no ranking',
    answers: WorkerPointsDto,
    errors: [refuseWorker('mobile_grid_worker.not_found')],
  })
  points(@Caller() actor: Actor, @Param() { code }: MobileGridWorkerParams): Promise<WorkerPointsDto> {
    return this.workers.points(actor, code);
  }
}

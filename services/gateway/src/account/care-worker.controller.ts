import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation, type Page, PageOf, PageQuery } from '@zero-distance/platform';
import { AccountService } from './account.service.js';
import { ColleagueDto } from './colleague.dto.js';

@ApiTags('账号 / Accounts')
@Controller('care-workers')
export class CareWorkerController {
  constructor(private readonly accounts: AccountService) {}

  @Get()
  @Auth('gateway.careWorkers.list')
  @Operation({
    zh: '在用的关爱专员和网格员账号，供指派、移交重点服务对象时选择；代表单位的只见本单位的',
    en: 'Names and roles of those in the area who may look after a key person; for an organisation, its own',
    answers: PageOf(ColleagueDto),
  })
  list(@Caller() actor: Actor, @Query() page: PageQuery): Promise<Page<ColleagueDto>> {
    return this.accounts.careWorkers(actor, page);
  }
}

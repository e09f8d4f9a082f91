import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation, type Page, PageOf, PageQuery } from '@zero-distance/platform';
import { AccountService } from './account.service.js';
import { ColleagueDto } from './colleague.dto.js';

@ApiTags('账号 / Accounts')
@Controller('colleagues')
export class ColleagueController {
  constructor(private readonly accounts: AccountService) {}

  @Get()
  @Auth('gateway.colleagues.list')
  @Operation({
    zh: '本单位在用账号的姓名和岗位，供分派经办人时选择；不代表单位的管理员，列出本辖区的',
    en: 'Names and roles of the people of one’s own organisation who can log in, to give work to; of the area, for an administrator who acts for none',
    answers: PageOf(ColleagueDto),
  })
  list(@Caller() actor: Actor, @Query() page: PageQuery): Promise<Page<ColleagueDto>> {
    return this.accounts.colleagues(actor, page);
  }
}

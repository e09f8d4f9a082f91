import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { RegisterWechatGroupInput, WechatGroupDto, WechatGroupParams, WechatGroupQuery } from './wechat-group.dto.js';
import { WechatGroupService } from './wechat-group.service.js';

@ApiTags('微信矩阵 / WeChat groups')
@Controller('wechat-groups')
export class WechatGroupController {
  constructor(private readonly groups: WechatGroupService) {}

  @Put(':code')
  @Auth('intake.wechatGroups.register')
  @Importable({ register: 'wechat-groups', list: WechatGroupDto })
  @Operation({
    zh: '登记、修改或停用微信群和账号',
    en: 'Register, change or retire a WeChat group or account',
    answers: WechatGroupDto,
    errors: [refuse('register.changed_meanwhile')],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: WechatGroupParams,
    @Body() input: RegisterWechatGroupInput,
    @IfMatch() ifMatch?: number,
  ): Promise<WechatGroupDto> {
    return this.groups.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('intake.wechatGroups.list')
  @Operation({ zh: '微信矩阵名册', en: 'The register of WeChat groups and accounts', answers: ChangesPageOf(WechatGroupDto) })
  list(@Caller() actor: Actor, @Query() query: WechatGroupQuery): Promise<Page<WechatGroupDto>> {
    return this.groups.list(actor, query);
  }
}

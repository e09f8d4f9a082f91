import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation } from '@zero-distance/platform';
import { refuseResident } from '../../people/resident/resident.errors.js';
import { refuseGroup } from '../../people/resident-group/resident-group.errors.js';
import { PublicMenuQuery, ServiceMenuDto } from './service-menu.dto.js';
import { ServiceMenuService } from './service-menu.service.js';

@ApiTags('服务清单 / Service catalogue')
@Controller()
export class ServiceMenuController {
  constructor(private readonly menus: ServiceMenuService) {}

  @Get('residents/:id/service-menu')
  @Auth('intake.serviceMenu.ofResident')
  @Operation({
    zh: '服务菜单：居民按其现在所属群体可享的事项',
    en: 'What a resident can have, by the groups of today',
    answers: ServiceMenuDto,
    errors: [refuseResident('resident.not_found')],
  })
  ofResident(@Caller() actor: Actor, @IdParam() id: string): Promise<ServiceMenuDto> {
    return this.menus.ofResident(actor, id);
  }

  @Get('public/service-menu')
  @Auth('intake.serviceMenu.open')
  @Operation({
    zh: '某群体的服务菜单，免登录',
    en: 'What a group can have, without a log-in',
    answers: ServiceMenuDto,
    errors: [refuseGroup('resident_group.not_found')],
  })
  open(@Query() query: PublicMenuQuery): Promise<ServiceMenuDto> {
    return this.menus.open(query);
  }
}

import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import {
  RegisterServiceItemInput,
  ServiceItemDto,
  ServiceItemParams,
  ServiceItemQuery,
  ServiceItemVersionParams,
} from './service-item.dto.js';
import { refuseItem } from './service-item.errors.js';
import { ServiceItemService } from './service-item.service.js';

/** What takes over stands in a file before what it takes the place of. */
const successorOf = (_: string, { successorItem }: Readonly<Record<string, unknown>>): string[] =>
  typeof successorItem === 'string' ? [successorItem] : [];

@ApiTags('服务清单 / Service catalogue')
@Controller('service-items')
export class ServiceItemController {
  constructor(private readonly items: ServiceItemService) {}

  @Put(':code')
  @Auth('intake.serviceItems.register')
  @Importable({ register: 'service-items', list: ServiceItemDto, needs: successorOf })
  @Operation({
    zh: '登记或修改服务事项',
    en: 'Register or change a service item',
    answers: ServiceItemDto,
    errors: [refuseItem('service_item.successor_wanted'), refuse('register.changed_meanwhile')],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: ServiceItemParams,
    @Body() input: RegisterServiceItemInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceItemDto> {
    return this.items.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('intake.serviceItems.list')
  @Operation({ zh: '服务清单', en: 'The service catalogue', answers: ChangesPageOf(ServiceItemDto) })
  list(@Query() query: ServiceItemQuery): Promise<Page<ServiceItemDto>> {
    return this.items.list(query);
  }

  @Get(':code/versions/:version')
  @Auth('intake.serviceItems.version')
  @Operation({
    zh: '服务事项的某一版本',
    en: 'A service item as it was in a version',
    answers: ServiceItemDto,
    errors: [refuseItem('service_item.not_found')],
  })
  inVersion(@Param() { code, version }: ServiceItemVersionParams): Promise<ServiceItemDto> {
    return this.items.inVersion(code, version);
  }
}

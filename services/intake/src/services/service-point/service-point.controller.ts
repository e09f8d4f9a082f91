import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { FreeBaysInput, RegisterServicePointInput, ServicePointDto, ServicePointParams, ServicePointQuery } from './service-point.dto.js';
import { refusePoint } from './service-point.errors.js';
import { ServicePointService } from './service-point.service.js';

/** A file may hold one that is retired, and the one to go to instead. */
const successorOf = (_: string, { successorCode }: Readonly<Record<string, unknown>>): readonly string[] =>
  typeof successorCode === 'string' && successorCode !== '' ? [successorCode] : [];

@ApiTags('阵地 / Service points')
@Controller('service-points')
export class ServicePointController {
  constructor(private readonly points: ServicePointService) {}

  @Put(':code')
  @Auth('intake.servicePoints.register')
  @Importable({ register: 'service-points', list: ServicePointDto, needs: successorOf })
  @Operation({
    zh: '登记、修改或停用阵地',
    en: 'Register, change or retire a service point',
    answers: ServicePointDto,
    errors: [
      refuse('register.changed_meanwhile'),
      refusePoint('service_point.no_successor'),
      refusePoint('service_point.successor_of_none'),
      refuse('request.point_swapped'),
      refuse('request.point_not_on_earth'),
      refuse('request.point_far_away'),
    ],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: ServicePointParams,
    @Body() input: RegisterServicePointInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServicePointDto> {
    return this.points.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('intake.servicePoints.list')
  @Operation({ zh: '阵地名册', en: 'The register of service points', answers: ChangesPageOf(ServicePointDto) })
  list(@Caller() actor: Actor, @Query() query: ServicePointQuery): Promise<Page<ServicePointDto>> {
    return this.points.list(actor, query);
  }

  @Put(':code/free-bays')
  @Auth('intake.servicePoints.countBays')
  @Operation({
    zh: '清点车位：现在空余几个',
    en: 'Count how many bays are free now',
    answers: ServicePointDto,
    errors: [refusePoint('service_point.not_found'), refusePoint('service_point.more_than_bays')],
  })
  countBays(@Caller() actor: Actor, @Param() { code }: ServicePointParams, @Body() input: FreeBaysInput): Promise<ServicePointDto> {
    return this.points.countBays(actor, code, input);
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation } from '@zero-distance/platform';
import { DeliveryReachDto, DeliveryReachQuery } from './delivery-reach.dto.js';
import { refuseReach } from './delivery-reach.errors.js';
import { DeliveryReachService } from './delivery-reach.service.js';

@ApiTags('活动 / Activities')
@Controller('delivery-reach')
export class DeliveryReachController {
  constructor(private readonly reach: DeliveryReachService) {}

  @Get()
  @Auth('intake.deliveryReach.get')
  @Operation({
    zh: '五送惠及：期内各送的场次、人次和人数；每人只计一次',
    en: 'Whom the five deliveries reached in a period: sessions, attendances, and people, who count once each',
    answers: DeliveryReachDto,
    errors: [refuseReach('delivery_reach.period_invalid')],
  })
  get(@Caller() actor: Actor, @Query() query: DeliveryReachQuery): Promise<DeliveryReachDto> {
    return this.reach.of(actor, query);
  }
}

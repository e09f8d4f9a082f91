import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation } from '@zero-distance/platform';
import { refuseResident } from '../../people/resident/resident.errors.js';
import { ResidentTimelineDto } from './resident-timeline.dto.js';
import { ResidentTimelineService } from './resident-timeline.service.js';

@ApiTags('居民 / Residents')
@Controller('residents/:id/timeline')
export class ResidentTimelineController {
  constructor(private readonly timeline: ResidentTimelineService) {}

  @Get()
  @Auth('intake.residents.timeline')
  @Operation({
    zh: '居民服务时间线：办件、上门服务、服务订单、活动报名（以各自可见范围为限）',
    en: 'What was done for a resident: service cases, visits at home, orders and bookings, as far as the caller sees each',
    answers: ResidentTimelineDto,
    errors: [refuseResident('resident.not_found')],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<ResidentTimelineDto> {
    return this.timeline.get(actor, id);
  }
}

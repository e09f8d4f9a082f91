import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { TimelineDto } from './timeline.dto.js';
import { TimelineService } from './timeline.service.js';

@ApiTags('诉求 / Requests')
@Controller('requests/:id/timeline')
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  @Get()
  @Auth('intake.requests.timeline')
  @Operation({ zh: '诉求全程时间线', en: 'The whole story of a request', answers: TimelineDto, errors: [refuse('request.not_found')] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<TimelineDto> {
    return this.timeline.get(actor, id);
  }
}

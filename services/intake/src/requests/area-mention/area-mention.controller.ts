import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation, refuseRequest } from '@zero-distance/platform';
import { AreaParams } from '../../reference/area/area.dto.js';
import { refuseArea } from '../../reference/area/area.errors.js';
import { AreaMentionsDto } from './area-mention.dto.js';
import { AreaMentionService } from './area-mention.service.js';

@ApiTags('区划 / Areas')
@Controller('areas')
export class AreaMentionController {
  constructor(private readonly mentions: AreaMentionService) {}

  @Get(':code/mentions')
  @Auth('intake.areas.mentions')
  @Operation({
    zh: '某区划尚有什么：未结事项、居民、阵地、网格等各多少，以及并入何处',
    en: 'What lies in an area yet: how many open matters, residents, service points, grids and the like; and what it went into',
    answers: AreaMentionsDto,
    errors: [refuseArea('area.not_found'), refuseRequest('area_not_allowed')],
  })
  of(@Caller() actor: Actor, @Param() { code }: AreaParams): Promise<AreaMentionsDto> {
    return this.mentions.of(actor, code);
  }
}

import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Auth, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { FindPointsInput, NearbyPointsDto } from './nearby-point.dto.js';
import { NearbyPointService } from './nearby-point.service.js';

const EXAMPLES = {
  here: {
    summary: '离我最近、现在开放的暖蜂驿站 the nearest open 暖蜂驿站',
    value: { point: { type: 'Point', coordinates: [131.0159, 45.7712] }, kind: 'warm-bee-station', openNow: true },
  },
};

/** 附近的阵地, without a log-in. */
@ApiTags('阵地 / Service points')
@Controller('public/service-points')
export class NearbyPointController {
  constructor(private readonly points: NearbyPointService) {}

  @Post('find')
  @Auth('intake.servicePoints.find')
  @ApiBody({ type: FindPointsInput, examples: EXAMPLES })
  @Operation({
    zh: '查找阵地：由近到远，可只要现在开放的、有空余车位的，免登录',
    en: 'Find service points without a log-in: the nearest first, if wanted only what is open now or has a free bay',
    answers: NearbyPointsDto,
    errors: [refuse('request.point_swapped'), refuse('request.point_not_on_earth'), refuse('request.point_far_away')],
  })
  find(@Body() input: FindPointsInput): Promise<NearbyPointsDto> {
    return this.points.find(input);
  }
}

import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Auth, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { NearbyInput, NearbyMattersDto } from './public-matter.dto.js';
import { PublicMatterService } from './public-matter.service.js';

const EXAMPLES = {
  here: { summary: '学府社区 in Xuefu', value: { point: { type: 'Point', coordinates: [131.0159, 45.7712] } } },
};

/** 附近在办事项, without a log-in. It counts as what a visitor writes: nobody maps the district in a day. */
@ApiTags('随手拍 / Snapshot reports')
@Controller('public/nearby-matters')
export class PublicMatterController {
  constructor(private readonly matters: PublicMatterService) {}

  @Post()
  @Auth('intake.snapshotReports.nearby')
  @ApiBody({ type: NearbyInput, examples: EXAMPLES })
  @Operation({
    zh: '附近已有人上报、正在办理的可公开事项，供上报前核对；位置只精确到方格（策略 public-cell-metres），不含任何个人信息',
    en: 'What others have reported nearby and is under way, as far as it may be public, to look at before one reports it again. A place is known down to a cell of the map (policy `public-cell-metres`), and nobody is named',
    answers: NearbyMattersDto,
    errors: [refuse('request.point_swapped'), refuse('request.point_not_on_earth'), refuse('request.point_far_away')],
  })
  nearby(@Body() input: NearbyInput): Promise<NearbyMattersDto> {
    return this.matters.nearby(input);
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseService } from '../request/ordered-service.errors.js';
import { RequestDto } from '../request/request.dto.js';
import { REQUEST_TRANSITIONS } from '../request/request.transitions.js';
import { CorrectInput, CorrectionsDto } from './correction.dto.js';
import { CorrectionService } from './correction.service.js';

const notFound = refuse('request.not_found');
const EXAMPLES = {
  area: {
    summary: '区划有误 the wrong community',
    value: { areaCode: '230903011002', place: '东山社区2号楼前', reason: '来电人说的是东山社区2号楼。' },
  },
  urgency: { summary: '更紧急 more urgent', value: { urgency: 'utilities', reason: '整栋楼停水。' } },
};

@ApiTags('诉求 / Requests')
@Controller('requests/:id')
export class CorrectionController {
  constructor(private readonly corrections: CorrectionService) {}

  @Post('correct')
  @Auth('intake.requests.correct')
  @ApiBody({ type: CorrectInput, examples: EXAMPLES })
  @Operation({
    zh: '更正诉求的区划、类别、紧急程度、标题、地点或坐标：未开始办理的工单按职责清单重新派单，指标随之改归',
    en: 'Correct area, category, urgency, title, place or point: an order not begun is routed again, figures move with it',
    answers: RequestDto,
    errors: [
      refuse('category.retired'),
      notFound,
      ...REQUEST_TRANSITIONS.errors,
      refuse('request.nothing_corrected'),
      refuseService('request.service_is_provided'),
      refuse('request.corrected_too_often'),
      refuse('request.point_swapped'),
      refuse('request.point_not_on_earth'),
      refuse('request.point_far_away'),
    ],
  })
  correct(@Caller() actor: Actor, @IdParam() id: string, @Body() input: CorrectInput, @IfMatch() ifMatch?: number): Promise<RequestDto> {
    return this.corrections.correct(actor, id, input, ifMatch);
  }

  @Get('corrections')
  @Auth('intake.requests.corrections')
  @Operation({
    zh: '更正记录：更正前后的内容',
    en: 'What was corrected, and what stood there before',
    answers: CorrectionsDto,
    errors: [notFound],
  })
  list(@Caller() actor: Actor, @IdParam() id: string): Promise<CorrectionsDto> {
    return this.corrections.list(actor, id);
  }
}

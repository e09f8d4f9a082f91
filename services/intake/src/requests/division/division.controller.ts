import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page, PageQuery } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseService } from '../request/ordered-service.errors.js';
import { RequestDto } from '../request/request.dto.js';
import { REQUEST_TRANSITIONS } from '../request/request.transitions.js';
import { DivideInput } from './division.dto.js';
import { DivisionService } from './division.service.js';

const notFound = refuse('request.not_found');
const DIVIDE_EXAMPLES = {
  matters: {
    summary: '一件诉求两件事 two matters in one request',
    value: {
      parts: [
        { kind: 'complaint', categoryCode: '010204', title: '路灯不亮', text: '3号楼前路灯三天不亮。' },
        { kind: 'inquiry', categoryCode: '010212', title: '物业缴费', text: '询问物业费如何缴纳。' },
      ],
      reason: '来电人反映了两件事。',
    },
  },
};

@ApiTags('诉求 / Requests')
@Controller('requests/:id')
export class DivisionController {
  constructor(private readonly division: DivisionService) {}

  @Post('divide')
  @Auth('intake.requests.divide')
  @ApiBody({ type: DivideInput, examples: DIVIDE_EXAMPLES })
  @Operation({
    zh: '分办：各分项单独派单或调解，全部答复后统一答复、统一回访；原工单或调解随之终止',
    en: 'Divide into parts that are worked on each by itself: the order or case of the whole ends, it is answered when all parts are, and its requester is called back once',
    answers: RequestDto,
    errors: [
      refuse('category.retired'),
      notFound,
      ...REQUEST_TRANSITIONS.errors,
      refuse('request.is_a_part'),
      refuse('request.too_many_parts'),
      refuse('request.one_part_is_no_division'),
      refuseService('request.service_by_menu'),
      refuseService('request.service_is_provided'),
    ],
  })
  divide(@Caller() actor: Actor, @IdParam() id: string, @Body() input: DivideInput, @IfMatch() ifMatch?: number): Promise<RequestDto> {
    return this.division.divide(actor, id, input, ifMatch);
  }

  @Get('parts')
  @Auth('intake.requests.parts')
  @Operation({
    zh: '本诉求的各分项：您可以查看的',
    en: 'The parts of this request: those that you may see',
    answers: ChangesPageOf(RequestDto),
    errors: [notFound],
  })
  parts(@Caller() actor: Actor, @IdParam() id: string, @Query() page: PageQuery): Promise<Page<RequestDto>> {
    return this.division.parts(actor, id, page);
  }
}

import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page, PageQuery } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseService } from '../request/ordered-service.errors.js';
import { RequestDto } from '../request/request.dto.js';
import { REQUEST_TRANSITIONS } from '../request/request.transitions.js';
import { MergeInput, SplitOffInput } from './merging.dto.js';
import { refuseMerging } from './merging.errors.js';
import { MergingService } from './merging.service.js';

const notFound = refuse('request.not_found');

@ApiTags('诉求 / Requests')
@Controller('requests/:id')
export class MergingController {
  constructor(private readonly merging: MergingService) {}

  @Post('merge')
  @Auth('intake.requests.merge')
  @ApiBody({ type: MergeInput })
  @Operation({
    zh: '并入同一事项的主诉求：本诉求的工单或调解随之终止，主诉求的答复即本诉求的答复，每位诉求人各自回访',
    en: 'Merge into the main request of the same matter: its order or case ends, its answer is that of the main request, and its requester is called back like any other',
    answers: RequestDto,
    errors: [
      notFound,
      ...REQUEST_TRANSITIONS.errors,
      refuse('request.main_not_found'),
      refuse('request.main_is_itself'),
      refuse('request.main_is_merged'),
      refuse('request.main_has_no_answer_to_share'),
      refuse('request.main_ended_long_ago'),
      refuse('request.main_recuses_fewer'),
      refuseMerging('request.main_without_finder'),
      refuseMerging('request.urgency_to_judge'),
      refuse('request.corrected_too_often'),
      refuseService('request.main_is_for_other_service'),
      refuse('request.members_out_of_sight'),
    ],
  })
  merge(@Caller() actor: Actor, @IdParam() id: string, @Body() input: MergeInput, @IfMatch() ifMatch?: number): Promise<RequestDto> {
    return this.merging.merge(actor, id, input, ifMatch);
  }

  @Post('split-off')
  @Auth('intake.requests.splitOff')
  @Operation({
    zh: '拆单：尚未答复的并入诉求重新单独受理、派单',
    en: 'Split off a merged request that has no answer yet: it is received and routed by itself again',
    answers: RequestDto,
    errors: [notFound, ...REQUEST_TRANSITIONS.errors],
  })
  splitOff(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() { reason }: SplitOffInput,
    @IfMatch() ifMatch?: number,
  ): Promise<RequestDto> {
    return this.merging.splitOff(actor, id, reason, ifMatch);
  }

  @Get('merged')
  @Auth('intake.requests.merged')
  @Operation({
    zh: '并入本诉求的诉求：您可以查看的',
    en: 'The requests merged into this one: those that you may see',
    answers: ChangesPageOf(RequestDto),
    errors: [notFound],
  })
  members(@Caller() actor: Actor, @IdParam() id: string, @Query() page: PageQuery): Promise<Page<RequestDto>> {
    return this.merging.members(actor, id, page);
  }
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { attachError } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { RequestDto } from '../request/request.dto.js';
import { REQUEST_TRANSITIONS } from '../request/request.transitions.js';
import { FollowUpInput, FollowUpsDto } from './follow-up.dto.js';
import { refuseFollowUp } from './follow-up.errors.js';
import { FollowUpService } from './follow-up.service.js';

const notFound = refuse('request.not_found');
const EXAMPLES = {
  urge: { summary: '催办 urged', value: { kind: 'urge', channel: 'hotline-12345' } },
  supplement: {
    summary: '补充 something new',
    value: { kind: 'supplement', channel: 'hotline-12345', text: '2号楼前的路灯今天也不亮了。' },
  },
  complaint: {
    summary: '投诉办理 a complaint about how it is handled',
    value: { kind: 'complaint', channel: 'service-window', text: '约好上门两次都没有人来。' },
  },
};

@ApiTags('诉求 / Requests')
@Controller('requests/:id')
export class FollowUpController {
  constructor(private readonly followUps: FollowUpService) {}

  @Post('follow-up')
  @Auth('intake.requests.followUp')
  @ApiBody({ type: FollowUpInput, examples: EXAMPLES })
  @Operation({
    zh: '追加：催办、补充或投诉办理。不另派工单，承办单位随即可见；同一轮次内每满策略 urges-to-remind 次催办，督办升一级',
    en: 'Follow an open request up: urge, add to it, or complain of its handling. No other order is opened; who has it sees it at once',
    answers: RequestDto,
    errors: [
      notFound,
      ...REQUEST_TRANSITIONS.errors,
      refuseFollowUp('request.follow_up_without_words'),
      refuseFollowUp('request.followed_up_too_often'),
      refuseFollowUp('request.finished_ask_again'),
      refuseFollowUp('request.merged_ask_main'),
      attachError('intake'),
    ],
  })
  add(@Caller() actor: Actor, @IdParam() id: string, @Body() input: FollowUpInput, @IfMatch() ifMatch?: number): Promise<RequestDto> {
    return this.followUps.add(actor, id, input, ifMatch);
  }

  @Get('follow-ups')
  @Auth('intake.requests.followUps')
  @Operation({ zh: '追加记录', en: 'How often and with what a request was followed up', answers: FollowUpsDto, errors: [notFound] })
  list(@Caller() actor: Actor, @IdParam() id: string): Promise<FollowUpsDto> {
    return this.followUps.list(actor, id);
  }
}

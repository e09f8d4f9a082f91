import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseFollowUp } from '../follow-up/follow-up.errors.js';
import { RequestDto } from '../request/request.dto.js';
import { REQUEST_TRANSITIONS } from '../request/request.transitions.js';
import { ReopenInput } from './reopening.dto.js';
import { ReopeningService } from './reopening.service.js';

@ApiTags('诉求 / Requests')
@Controller('requests/:id')
export class ReopeningController {
  constructor(private readonly reopenings: ReopeningService) {}

  @Post('reopen')
  @Auth('intake.requests.reopen')
  @Operation({
    zh: '诉求人在策略 reopen-window 期限内要求重新办理，误撤回的也由此恢复：已办结的工单返工；原工单已终止或没有工单的，另派工单，原主办单位优先',
    en: 'Handle a finished request again because its requester asks for it in time (policy `reopen-window`), or because it was withdrawn by a slip: its order is reworked; where it was terminated or there was none, another is opened, for the same lead if it may have it',
    answers: RequestDto,
    errors: [
      refuse('request.not_found'),
      ...REQUEST_TRANSITIONS.errors,
      refuse('request.reopen_window_over'),
      refuseFollowUp('request.followed_up_too_often'),
    ],
  })
  reopen(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ReopenInput, @IfMatch() ifMatch?: number): Promise<RequestDto> {
    return this.reopenings.reopen(actor, id, input, ifMatch);
  }
}

import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { CallbackDto } from '../callback/callback.dto.js';
import { PastCallbackDto, PastCallbackInput, PastCallbackParams } from './past-callback.dto.js';
import { refusePastCallback } from './past-callback.errors.js';
import { PastCallbackService } from './past-callback.service.js';

@ApiTags('历史回访 / Past callbacks')
@Controller('past-callbacks')
export class PastCallbackController {
  constructor(private readonly pastCallbacks: PastCallbackService) {}

  @Put(':reference')
  @Auth('evaluation.pastCallbacks.register')
  @Importable({ register: 'past-callbacks', list: PastCallbackDto })
  @Operation({
    zh: '导入历史诉求的回访结果（保留原有时间，不再回访、不重办）',
    en: 'Bring in what the requester of a past request said, with its own time: nobody is asked again, and nothing is reworked',
    answers: CallbackDto,
    errors: [
      refusePastCallback('past_callback.no_request'),
      refusePastCallback('past_callback.not_closed'),
      refusePastCallback('past_callback.in_future'),
      refusePastCallback('past_callback.before_reply'),
      refusePastCallback('past_callback.answer_unfit'),
      refusePastCallback('past_callback.differs'),
    ],
  })
  register(@Caller() actor: Actor, @Param() { reference }: PastCallbackParams, @Body() input: PastCallbackInput): Promise<CallbackDto> {
    return this.pastCallbacks.put(actor, reference, input);
  }
}

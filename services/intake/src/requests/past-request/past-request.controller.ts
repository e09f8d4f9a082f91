import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { RequestDto } from '../request/request.dto.js';
import { PastRequestDto, PastRequestInput, PastRequestParams } from './past-request.dto.js';
import { PastRequestService } from './past-request.service.js';

@ApiTags('历史诉求 / Past requests')
@Controller('past-requests')
export class PastRequestController {
  constructor(private readonly pastRequests: PastRequestService) {}

  @Put(':reference')
  @Auth('intake.pastRequests.register')
  @Importable({ register: 'past-requests', list: PastRequestDto })
  @Operation({
    zh: '导入历史诉求（保留原有时间，不派单、不催办、不回访）',
    en: 'Bring in a request of the time before, with its own times: no order, no reminder, no callback',
    answers: RequestDto,
    errors: [
      refuse('past_request.in_future'),
      refuse('past_request.before_reception'),
      refuse('past_request.closed_before_reply'),
      refuse('past_request.not_closed'),
      refuse('past_request.taken_live'),
      refuse('past_request.differs'),
    ],
  })
  register(@Caller() actor: Actor, @Param() { reference }: PastRequestParams, @Body() input: PastRequestInput): Promise<RequestDto> {
    return this.pastRequests.put(actor, reference, input);
  }
}

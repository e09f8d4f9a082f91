import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { DeskFactsDto } from './desk-facts.dto.js';
import { DeskFactsService } from './desk-facts.service.js';

@ApiTags('诉求 / Requests')
@Controller('requests/:id')
export class DeskFactsController {
  constructor(private readonly deskFacts: DeskFactsService) {}

  @Get('desk-facts')
  @Auth('intake.requests.deskFacts')
  @Operation({
    zh: '案头信息：下一步由谁办、期限，同一来电人和附近的其他诉求',
    en: 'What a clerk wants to know: what is next, who has it and by when, the caller’s other requests, and those nearby',
    answers: DeskFactsDto,
    errors: [refuse('request.not_found')],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<DeskFactsDto> {
    return this.deskFacts.get(actor, id);
  }
}

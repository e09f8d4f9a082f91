import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { HoldSessionInput, SessionDto } from './session.dto.js';
import { SessionService } from './session.service.js';

@ApiTags('调解案件 / Mediation cases')
@Controller('cases/:id/sessions')
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Post()
  @Auth('case-mediation.cases.holdSession')
  @Operation({
    zh: '记录后续调解会',
    en: 'Record a further session',
    answers: SessionDto,
    status: 201,
    errors: [refuse('case.not_found'), refuse('session.not_mediating'), refuse('session.in_future'), refuse('session.limit_passed')],
  })
  record(@Caller() actor: Actor, @IdParam() id: string, @Body() input: HoldSessionInput): Promise<SessionDto> {
    return this.sessions.record(actor, id, input);
  }
}

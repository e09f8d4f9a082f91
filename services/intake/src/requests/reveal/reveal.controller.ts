import { Body, Controller, Header, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { RevealedRequesterDto, RevealInput } from './reveal.dto.js';
import { RevealService } from './reveal.service.js';

@ApiTags('诉求 / Requests')
@Controller('requests/:id/reveal')
export class RevealController {
  constructor(private readonly reveals: RevealService) {}

  @Post()
  @Auth('intake.requests.reveal')
  @Header('Cache-Control', 'no-store')
  @Operation({
    zh: '查看诉求人真实信息（留痕）',
    en: 'Reveal who asks, for a stated purpose that is kept',
    answers: RevealedRequesterDto,
    errors: [refuse('request.not_found'), refuse('requester.none'), refuse('requester.confidential')],
  })
  reveal(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RevealInput): Promise<RevealedRequesterDto> {
    return this.reveals.reveal(actor, id, input);
  }
}

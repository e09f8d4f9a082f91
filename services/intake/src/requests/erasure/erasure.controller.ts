import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { RequestDto } from '../request/request.dto.js';
import { REQUEST_TRANSITIONS } from '../request/request.transitions.js';
import { EraseInput, ErasureProofDto } from './erasure.dto.js';
import { ErasureService } from './erasure.service.js';

@ApiTags('诉求 / Requests')
@Controller('requests')
export class ErasureController {
  constructor(private readonly erasures: ErasureService) {}

  @Post(':id/erase')
  @Auth('intake.requests.erase')
  @Operation({
    zh: '依法删除诉求内容和诉求人信息（留痕，不可恢复；仅限已结束的诉求）',
    en: 'Erase the words of a finished request and who asked, for good; that it was done is kept',
    answers: RequestDto,
    errors: [refuse('request.not_found'), refuse('request.erased_already'), ...REQUEST_TRANSITIONS.errors],
  })
  erase(@Caller() actor: Actor, @IdParam() id: string, @Body() input: EraseInput, @IfMatch() ifMatch?: number): Promise<RequestDto> {
    return this.erasures.erase(actor, id, input, ifMatch);
  }

  @Get(':id/erasure')
  @Auth('intake.requests.erasure')
  @Operation({
    zh: '删除证明：各服务删除了什么、何时，以及尚存于何处',
    en: 'Get the proof of an erasure: what each service has removed and when, and what remains until when',
    answers: ErasureProofDto,
    errors: [refuse('request.not_found'), refuse('request.not_erased')],
  })
  proof(@Caller() actor: Actor, @IdParam() id: string): Promise<ErasureProofDto> {
    return this.erasures.proof(actor, id);
  }
}

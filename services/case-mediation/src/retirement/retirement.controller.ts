import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IfMatch, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { MediatorDto, MediatorParams, RetireMediatorInput } from '../mediator/mediator.dto.js';
import { RetirementService } from './retirement.service.js';

@ApiTags('调解员 / Mediators')
@Controller('mediators')
export class RetirementController {
  constructor(private readonly retirements: RetirementService) {}

  @Post(':code/retire')
  @HttpCode(200)
  @Auth('case-mediation.mediators.retire')
  @Operation({
    zh: '调解员卸任：正在调解的案件由接手人办理，其余仍署原调解员',
    en: 'Retire a mediator: who takes over has the cases that are being mediated, all others keep the name',
    answers: MediatorDto,
    errors: [refuse('mediator.not_found'), refuse('mediator.retired'), refuse('mediator.successor_wanted')],
  })
  retire(
    @Caller() actor: Actor,
    @Param() { code }: MediatorParams,
    @Body() { successorMediator }: RetireMediatorInput,
    @IfMatch() ifMatch?: number,
  ): Promise<MediatorDto> {
    return this.retirements.retire(actor, code, successorMediator, ifMatch);
  }
}

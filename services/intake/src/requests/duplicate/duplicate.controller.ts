import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { DuplicatesDto } from './duplicate.dto.js';
import { DuplicateService } from './duplicate.service.js';

@ApiTags('诉求 / Requests')
@Controller('requests/:id')
export class DuplicateController {
  constructor(private readonly duplicates: DuplicateService) {}

  @Get('duplicates')
  @Auth('intake.requests.duplicates')
  @Operation({
    zh: '疑似重复的诉求及依据，供人工判断，系统不自动处理',
    en: 'Requests that may be of the same matter, and why: for a clerk to judge, nothing is done by it alone',
    answers: DuplicatesDto,
    errors: [refuse('request.not_found')],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<DuplicatesDto> {
    return this.duplicates.get(actor, id);
  }
}

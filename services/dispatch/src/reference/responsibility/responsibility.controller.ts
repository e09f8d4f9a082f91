import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { CodeParam } from '../reference.dto.js';
import { MatchDto, MatchQuery, ResponsibilityDto, ResponsibilityInput, ResponsibilityQuery } from './responsibility.dto.js';
import { ResponsibilityService } from './responsibility.service.js';

@ApiTags('职责清单 / Responsibility list')
@Controller('responsibilities')
export class ResponsibilityController {
  constructor(private readonly responsibilities: ResponsibilityService) {}

  @Put(':code')
  @Auth('dispatch.responsibilities.register')
  @Importable({ register: 'responsibilities', list: ResponsibilityDto })
  @Operation({
    zh: '规定或修改一条职责（旧版本随之失效）',
    en: 'Set an entry of the responsibility list (its old version ends)',
    answers: ResponsibilityDto,
    errors: [
      refuse('organisation.lead_and_co'),
      refuse('organisation.retired'),
      refuse('responsibility.period_empty'),
      refuse('responsibility.duplicate'),
      refuse('register.changed_meanwhile'),
    ],
  })
  put(
    @Caller() actor: Actor,
    @Param() { code }: CodeParam,
    @Body() input: ResponsibilityInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ResponsibilityDto> {
    return this.responsibilities.put(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('dispatch.responsibilities.list')
  @Operation({
    zh: '列出职责清单（现行和将生效；updatedSince 也列已失效的）',
    en: 'List the entries in force or about to be; by updatedSince also those that have ended',
    answers: ChangesPageOf(ResponsibilityDto),
  })
  list(@Caller() actor: Actor, @Query() query: ResponsibilityQuery): Promise<Page<ResponsibilityDto>> {
    return this.responsibilities.list(actor, query);
  }

  @Get('match')
  @Auth('dispatch.responsibilities.match')
  @Operation({ zh: '试派：某类事项在某区域由谁承办，为什么', en: 'Explain who would be given a matter, and why', answers: MatchDto })
  match(@Query() { categoryCode, areaCode }: MatchQuery): MatchDto {
    return this.responsibilities.match(categoryCode, areaCode);
  }
}

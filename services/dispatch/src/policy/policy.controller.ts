import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IfMatch, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { PolicyDto, PolicyInput, PolicyListDto } from './policy.dto.js';
import { POLICY_NAMES } from './policy.js';
import { PolicyService } from './policy.service.js';

@ApiTags('政策参数 / Policies')
@Controller('policies')
export class PolicyController {
  constructor(private readonly policies: PolicyService) {}

  @Put(':name')
  @Auth('dispatch:operate', 'administrator')
  @ApiParam({ name: 'name', schema: { type: 'string', enum: [...POLICY_NAMES], example: 'sign-limit' } })
  @Operation({
    zh: '设定政策参数（新版本）',
    en: 'Set a policy value (a new version)',
    answers: PolicyDto,
    errors: [refuse('policy.unknown'), refuse('policy.invalid'), refuse('register.changed_meanwhile')],
  })
  put(@Caller() actor: Actor, @Param('name') name: string, @Body() input: PolicyInput, @IfMatch() version?: number): Promise<PolicyDto> {
    return this.policies.put(actor, name, input, version);
  }

  @Get()
  @Auth('dispatch:read')
  @Operation({
    zh: '查看现行政策参数（共数项，一次列全）',
    en: 'List the policy values in force: few, all of them at once',
    answers: PolicyListDto,
  })
  list(): PolicyListDto {
    return { items: this.policies.list() };
  }
}

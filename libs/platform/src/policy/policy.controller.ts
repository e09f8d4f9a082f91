import { Body, Controller, Get, Inject, Param, Put, type Type } from '@nestjs/common';
import { ApiBody, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import {
  type Actor,
  type DomainError,
  defineErrors,
  type PolicyCatalogue,
  type PolicyDefinition,
  registerError,
  registerErrors,
} from '@zero-distance/kernel';
import { accessOf } from '../access/access.js';
import { Auth, Caller } from '../auth/auth.decorators.js';
import { IfMatch } from '../http/etag.js';
import { Operation } from '../openapi/operation.js';
import { PolicyDto, PolicyInput, PolicyListDto, PolicyParams } from './policy.dto.js';
import { PolicyService } from './policy.service.js';

/** The policies of one service over REST. A class for each service, because scope, names and values are the service's. */
export function policyController({ definitions, refuse, ...policies }: PolicyCatalogue<object>): Type {
  const service = policies.service as Service; // the kernel, where catalogues are from, knows no service by name
  const names = [...definitions.keys()];
  const ofItself = [refuse('policy.unknown'), refuse('policy.invalid'), refuse('policy.changed_meanwhile')];
  const errors = [...ofItself, ...keyErrors(service, [...definitions.values()])];
  @ApiTags('政策参数 / Policies')
  @Controller('policies')
  class PolicyController {
    constructor(@Inject(PolicyService) private readonly policies: PolicyService) {}

    @Get()
    @Auth(accessOf(service, 'policies.list'))
    @Operation({ zh: '查看现行政策参数', en: 'List the policies in force', answers: PolicyListDto })
    list(@Caller() actor: Actor): Promise<PolicyListDto> {
      return this.policies.list(actor);
    }

    @Put(':name')
    @Auth(accessOf(service, 'policies.set'))
    @ApiParam({ name: 'name', schema: { type: 'string', enum: names, example: names[0] } })
    @ApiBody({ type: PolicyInput, examples: examplesOf(definitions) })
    @Operation({
      zh: '设定政策参数（产生新版本）',
      en: 'Set a policy (makes a new version)',
      answers: PolicyDto,
      errors,
    })
    set(
      @Caller() actor: Actor,
      @Param() { name }: PolicyParams,
      @Body() input: PolicyInput,
      @IfMatch() ifMatch?: number,
    ): Promise<PolicyDto> {
      return this.policies.set(actor, name, input, ifMatch);
    }
  }
  return PolicyController;
}

/** An example each, under the policy's name. The console shows the first, which fits the example of the name. */
const examplesOf = (definitions: PolicyCatalogue<object>['definitions']) =>
  Object.fromEntries(
    [...definitions].map(([name, { zh, en, preset }]) => [
      name,
      { summary: `${zh} / ${en}`, value: { value: preset, reason: '依据2026年第3次联席会议' } },
    ]),
  );

/** The refusals of codes that are keys of a value. */
function keyErrors(service: string, definitions: readonly PolicyDefinition<unknown>[]): DomainError[] {
  const refuse = defineErrors(service, {}, registerErrors(service));
  const registers = new Set(definitions.map(({ keysOf }) => keysOf).filter((register) => register !== undefined));
  return [...registers].map((register) => refuse(registerError(register, true)));
}

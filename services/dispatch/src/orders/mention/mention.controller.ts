import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation, refuseRequest } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { CodeParam } from '../../reference/reference.dto.js';
import { MentionsDto } from './mention.dto.js';
import { MentionService } from './mention.service.js';

@ApiTags('承办单位 / Organisations')
@Controller('organisations')
export class MentionController {
  constructor(private readonly mentions: MentionService) {}

  @Get(':code/mentions')
  @Auth('dispatch.organisations.mentions')
  @Operation({
    zh: '某单位尚在哪里被提及：未结工单、职责条目、下级单位、账号',
    en: 'Where an organisation is named yet: open orders, entries of the list, organisations that belong to it, accounts',
    answers: MentionsDto,
    errors: [refuse('organisation.not_found'), refuseRequest('area_not_allowed')],
  })
  of(@Caller() actor: Actor, @Param() { code }: CodeParam): Promise<MentionsDto> {
    return this.mentions.of(actor, code);
  }
}

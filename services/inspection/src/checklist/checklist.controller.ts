import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { ChecklistDto, ChecklistParams, PublishChecklistInput } from './checklist.dto.js';
import { ChecklistService } from './checklist.service.js';

@ApiTags('检查表 / Checklists')
@Controller('checklists')
export class ChecklistController {
  constructor(private readonly checklists: ChecklistService) {}

  @Get('current')
  @Auth('inspection.checklists.current')
  @Operation({ zh: '现行检查表', en: 'The checklist in force', answers: ChecklistDto })
  current(@Caller() actor: Actor): Promise<ChecklistDto> {
    return this.checklists.current(actor);
  }

  @Get(':version')
  @Auth('inspection.checklists.get')
  @Operation({ zh: '查看某版检查表', en: 'Get a version of the checklist', answers: ChecklistDto, errors: [refuse('checklist.not_found')] })
  get(@Caller() actor: Actor, @Param() { version }: ChecklistParams): Promise<ChecklistDto> {
    return this.checklists.get(actor, version);
  }

  @Put(':version')
  @Auth('inspection.checklists.register')
  @Operation({
    zh: '发布新版检查表',
    en: 'Publish the next version of the checklist',
    answers: ChecklistDto,
    errors: [refuse('checklist.version_fixed'), refuse('checklist.version_not_next'), refuse('checklist.item_twice')],
  })
  publish(@Caller() actor: Actor, @Param() { version }: ChecklistParams, @Body() input: PublishChecklistInput): Promise<ChecklistDto> {
    return this.checklists.publish(actor, version, input);
  }
}

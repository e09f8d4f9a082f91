import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { CallbackDto, CallbackQuery, RecordCallbackInput } from './callback.dto.js';
import { CallbackService } from './callback.service.js';
import { CALLBACK_TRANSITIONS } from './callback.transitions.js';

const NOT_FOUND = refuse('callback.not_found');
const CHANGE_ERRORS = [NOT_FOUND, ...CALLBACK_TRANSITIONS.errors];
const RECORD_EXAMPLES = {
  content: { summary: '满意 content', value: { contacted: true, solved: true, satisfaction: 'satisfied', note: '路灯已亮。' } },
};

@ApiTags('回访 / Callbacks')
@Controller('callbacks')
export class CallbackController {
  constructor(private readonly callbacks: CallbackService) {}

  @Get()
  @Auth('evaluation.callbacks.list')
  @Operation({ zh: '回访列表', en: 'List callbacks', answers: ChangesPageOf(CallbackDto) })
  list(@Caller() actor: Actor, @Query() query: CallbackQuery): Promise<Page<CallbackDto>> {
    return this.callbacks.list(actor, query);
  }

  @Get(':id')
  @Auth('evaluation.callbacks.get')
  @Operation({ zh: '查看回访', en: 'Get a callback', answers: CallbackDto, errors: [NOT_FOUND] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<CallbackDto> {
    return this.callbacks.get(actor, id);
  }

  @Post(':id/attempt')
  @Auth('evaluation.callbacks.attempt')
  @Operation({
    zh: '登记未接通',
    en: 'Note an attempt that reached nobody',
    answers: CallbackDto,
    errors: [...CHANGE_ERRORS, refuse('callback.attempt_too_soon')],
  })
  attempt(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<CallbackDto> {
    return this.callbacks.attempt(actor, id, ifMatch);
  }

  @Post(':id/record')
  @Auth('evaluation.callbacks.record')
  @ApiBody({ type: RecordCallbackInput, examples: RECORD_EXAMPLES })
  @Operation({
    zh: '登记回访结果',
    en: 'Record what the requester said',
    answers: CallbackDto,
    errors: [...CHANGE_ERRORS, refuse('callback.not_its_part'), refuse('callback.solved_but_parts_named')],
  })
  record(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: RecordCallbackInput,
    @IfMatch() ifMatch?: number,
  ): Promise<CallbackDto> {
    return this.callbacks.record(actor, id, input, ifMatch);
  }
}

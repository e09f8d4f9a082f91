import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { type Actor, type DomainError, SEPARATE_DUTIES_ERRORS } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import {
  DraftKnowledgeEntryInput,
  KnowledgeAnswerDto,
  KnowledgeEntryDetailDto,
  KnowledgeEntryDto,
  KnowledgeEntryInput,
  KnowledgeEntryQuery,
  KnowledgeQuery,
  KnowledgeReasonInput,
  VouchInput,
} from './knowledge-entry.dto.js';
import { refuseKnowledge } from './knowledge-entry.errors.js';
import { KnowledgeEntryService } from './knowledge-entry.service.js';
import { KNOWLEDGE_ENTRY_TRANSITIONS } from './knowledge-entry.transitions.js';

/** A day would be too late some day, or be over. */
const AS_THE_POLICY_SAYS = { policy: { summary: '按策略 as the policy says', value: {} } };
const NOT_FOUND = refuseKnowledge('knowledge_entry.not_found');
const PAST_DAY = refuseKnowledge('knowledge_entry.past_day');
const REVIEW = [PAST_DAY, refuseKnowledge('knowledge_entry.review_too_late')];
const DRAFT = [
  refuseKnowledge('knowledge_entry.owner_wanted'),
  refuseKnowledge('knowledge_entry.owner_retired'),
  refuseKnowledge('knowledge_entry.not_owner'),
  PAST_DAY,
];

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({
    zh,
    en,
    answers: KnowledgeEntryDto,
    errors: [NOT_FOUND, ...KNOWLEDGE_ENTRY_TRANSITIONS.errors, refuseKnowledge('knowledge_entry.not_owner'), ...errors],
  });

@ApiTags('知识库 / Knowledge')
@Controller()
export class KnowledgeEntryController {
  constructor(private readonly knowledgeEntries: KnowledgeEntryService) {}

  @Get('knowledge')
  @Auth('intake.knowledge.list')
  @Operation({
    zh: '查询知识：已发布的问题和答复',
    en: 'Look something up: published questions and answers',
    answers: ChangesPageOf(KnowledgeAnswerDto),
  })
  read(@Query() query: KnowledgeQuery): Promise<Page<KnowledgeAnswerDto>> {
    return this.knowledgeEntries.read(query);
  }

  @Get('knowledge/:id')
  @Auth('intake.knowledge.get')
  @Operation({ zh: '查看一条知识', en: 'Read one answer', answers: KnowledgeAnswerDto, errors: [NOT_FOUND] })
  readOne(@IdParam() id: string): Promise<KnowledgeAnswerDto> {
    return this.knowledgeEntries.readOne(id);
  }

  @Post('knowledge-entries')
  @Auth('intake.knowledgeEntries.draft')
  @Operation({ zh: '起草知识条目', en: 'Draft a knowledge entry', answers: KnowledgeEntryDto, status: 201, errors: DRAFT })
  draft(@Caller() actor: Actor, @Body() input: DraftKnowledgeEntryInput): Promise<KnowledgeEntryDto> {
    return this.knowledgeEntries.draft(actor, input);
  }

  @Get('knowledge-entries')
  @Auth('intake.knowledgeEntries.list')
  @Operation({ zh: '知识条目列表', en: 'List knowledge entries', answers: ChangesPageOf(KnowledgeEntryDto) })
  list(@Caller() actor: Actor, @Query() query: KnowledgeEntryQuery): Promise<Page<KnowledgeEntryDto>> {
    return this.knowledgeEntries.list(actor, query);
  }

  @Get('knowledge-entries/:id')
  @Auth('intake.knowledgeEntries.get')
  @Operation({
    zh: '查看知识条目及其处理记录',
    en: 'Get a knowledge entry and its history',
    answers: KnowledgeEntryDetailDto,
    errors: [NOT_FOUND],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<KnowledgeEntryDetailDto> {
    return this.knowledgeEntries.get(actor, id);
  }

  @Post('knowledge-entries/:id/edit')
  @Auth('intake.knowledgeEntries.edit')
  @Action('修改草稿', 'Change a draft', PAST_DAY)
  edit(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: KnowledgeEntryInput,
    @IfMatch() ifMatch?: number,
  ): Promise<KnowledgeEntryDto> {
    return this.knowledgeEntries.edit(actor, id, input, ifMatch);
  }

  @Post('knowledge-entries/:id/publish')
  @Auth('intake.knowledgeEntries.publish')
  @ApiBody({ type: VouchInput, examples: AS_THE_POLICY_SAYS })
  @Action('审核发布：不得由起草人本人发布', 'Publish: by somebody who did not write it', ...REVIEW, ...SEPARATE_DUTIES_ERRORS)
  publish(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: VouchInput,
    @IfMatch() ifMatch?: number,
  ): Promise<KnowledgeEntryDto> {
    return this.knowledgeEntries.publish(actor, id, input.reviewBy, ifMatch);
  }

  @Post('knowledge-entries/:id/confirm')
  @Auth('intake.knowledgeEntries.confirm')
  @ApiBody({ type: VouchInput, examples: AS_THE_POLICY_SAYS })
  @Action('复核：内容仍然准确', 'Confirm: it is still right', ...REVIEW)
  confirm(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: VouchInput,
    @IfMatch() ifMatch?: number,
  ): Promise<KnowledgeEntryDto> {
    return this.knowledgeEntries.confirm(actor, id, input.reviewBy, ifMatch);
  }

  @Post('knowledge-entries/:id/take-back')
  @Auth('intake.knowledgeEntries.takeBack')
  @Action('撤回修改：重新发布前不再对外显示', 'Take back to change it: nobody reads it until it is published again')
  takeBack(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() { reason }: KnowledgeReasonInput,
    @IfMatch() ifMatch?: number,
  ): Promise<KnowledgeEntryDto> {
    return this.knowledgeEntries.takeBack(actor, id, reason, ifMatch);
  }

  @Post('knowledge-entries/:id/retire')
  @Auth('intake.knowledgeEntries.retire')
  @Action('停用', 'Retire')
  retire(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() { reason }: KnowledgeReasonInput,
    @IfMatch() ifMatch?: number,
  ): Promise<KnowledgeEntryDto> {
    return this.knowledgeEntries.retire(actor, id, reason, ifMatch);
  }
}

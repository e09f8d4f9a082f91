import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { KnowledgeEntryDto } from '../../reference/knowledge-entry/knowledge-entry.dto.js';
import { refuseKnowledge } from '../../reference/knowledge-entry/knowledge-entry.errors.js';
import { MakeKnowledgeInput } from './knowledge.dto.js';
import { KnowledgeService } from './knowledge.service.js';

@ApiTags('诉求 / Requests')
@Controller('requests/:id')
export class KnowledgeController {
  constructor(private readonly knowledge: KnowledgeService) {}

  @Post('knowledge-entries')
  @Auth('intake.requests.makeKnowledge')
  @Operation({
    zh: '以答复起草知识条目：分类同诉求，答复不另写则用公开答复',
    en: 'Draft a knowledge entry of the answer: of the category of the request, in the words of its public answer unless others are given',
    answers: KnowledgeEntryDto,
    status: 201,
    errors: [
      refuse('request.not_found'),
      refuseKnowledge('knowledge_entry.no_answer_yet'),
      refuseKnowledge('knowledge_entry.kept_from_public'),
      refuseKnowledge('knowledge_entry.owner_wanted'),
      refuseKnowledge('knowledge_entry.owner_retired'),
      refuseKnowledge('knowledge_entry.not_owner'),
      refuseKnowledge('knowledge_entry.past_day'),
    ],
  })
  make(@Caller() actor: Actor, @IdParam() id: string, @Body() input: MakeKnowledgeInput): Promise<KnowledgeEntryDto> {
    return this.knowledge.make(actor, id, input);
  }
}

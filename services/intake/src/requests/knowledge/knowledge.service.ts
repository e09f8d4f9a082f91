import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import type { KnowledgeEntryDto } from '../../reference/knowledge-entry/knowledge-entry.dto.js';
import { refuseKnowledge } from '../../reference/knowledge-entry/knowledge-entry.errors.js';
import { KnowledgeEntryService } from '../../reference/knowledge-entry/knowledge-entry.service.js';
import { toKnowledgeEntryDto } from '../../reference/knowledge-entry/knowledge-entry.view.js';
import { REQUESTS } from '../request/request.store.js';
import type { MakeKnowledgeInput } from './knowledge.dto.js';

/** 答复入库: a good answer is kept for the next who asks (北京市接诉即办工作条例 第31条). */
@Injectable()
export class KnowledgeService {
  constructor(
    private readonly transactor: Transactor,
    private readonly knowledgeEntries: KnowledgeEntryService,
  ) {}

  make(actor: Actor, id: string, input: MakeKnowledgeInput): Promise<KnowledgeEntryDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { publicAnswer, publishable, categoryCode } = await REQUESTS.load(tx, id);
      const answer = input.answer ?? publicAnswer;
      if (!publishable) throw refuseKnowledge('knowledge_entry.kept_from_public');
      if (answer === null || publicAnswer === null) throw refuseKnowledge('knowledge_entry.no_answer_yet');
      return toKnowledgeEntryDto(await this.knowledgeEntries.place(tx, { ...input, answer, categoryCode }, id), tx);
    });
  }
}

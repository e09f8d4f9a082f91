import { Injectable } from '@nestjs/common';
import { addDays, dateOf } from '@zero-distance/calendar';
import { type Actor, isWithinArea, SYSTEM } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertAreaInUse, assertWithinArea, mapPage, Organisations, type Page, readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import type {
  DraftKnowledgeEntryInput,
  KnowledgeAnswerDto,
  KnowledgeEntryDetailDto,
  KnowledgeEntryDto,
  KnowledgeEntryInput,
  KnowledgeEntryQuery,
  KnowledgeQuery,
} from './knowledge-entry.dto.js';
import { refuseKnowledge } from './knowledge-entry.errors.js';
import {
  type Content,
  draftKnowledgeEntry,
  isPublic,
  type KnowledgeEntry,
  mayRead,
  published,
  vouched,
  worksForAll,
  written,
} from './knowledge-entry.js';
import { countUses, KNOWLEDGE_ENTRIES } from './knowledge-entry.store.js';
import { toKnowledgeAnswerDto, toKnowledgeEntryDetailDto, toKnowledgeEntryDto } from './knowledge-entry.view.js';

type Change = (entry: KnowledgeEntry, tx: Tx) => Promise<KnowledgeEntry> | KnowledgeEntry;

/** 知识库: what the district knows, who vouches for it, and what anybody may read of it. */
@Injectable()
export class KnowledgeEntryService {
  constructor(
    private readonly transactor: Transactor,
    private readonly organisations: Organisations,
  ) {}

  draft(actor: Actor, input: DraftKnowledgeEntryInput): Promise<KnowledgeEntryDto> {
    return this.transactor.transact(actor, async (tx) => toKnowledgeEntryDto(await this.place(tx, input, null), tx));
  }

  /** Queues a new draft of the organisation that it names, or of the caller's own. @param requestId the request whose answer it is made of */
  async place(tx: Tx, { organisationCode, ...content }: DraftKnowledgeEntryInput, requestId: string | null): Promise<KnowledgeEntry> {
    const { actor, now } = tx;
    assertWithinArea(actor, content.areaCode, '/areaCode');
    await assertAreaInUse(tx, 'intake', content.areaCode);
    const code = organisationCode ?? actor.org;
    if (code === undefined) throw refuseKnowledge('knowledge_entry.owner_wanted', {}, '/organisationCode');
    if (code !== actor.org && !worksForAll(actor)) throw refuseKnowledge('knowledge_entry.not_owner', {}, '/organisationCode');
    const owner = await this.organisations.find(code);
    if (!owner) throw refuseKnowledge('knowledge_entry.owner_wanted', {}, '/organisationCode');
    const { successor } = owner;
    if (successor) throw refuseKnowledge('knowledge_entry.owner_retired', { code, successor }, '/organisationCode');
    const origin = { organisationId: owner.id, organisationCode: code, requestId };
    const waits = await readPolicies(tx, POLICIES);
    return KNOWLEDGE_ENTRIES.insert(tx, draftKnowledgeEntry(contentOf(content, now), origin, { by: actor.id, now, waits }));
  }

  edit(actor: Actor, id: string, input: KnowledgeEntryInput, ifMatch?: number): Promise<KnowledgeEntryDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    return this.act(actor, id, ifMatch, async (entry, tx) => {
      if (input.areaCode !== entry.areaCode) await assertAreaInUse(tx, 'intake', input.areaCode);
      const waits = await readPolicies(tx, POLICIES);
      return KNOWLEDGE_ENTRIES.take(
        tx,
        entry,
        'edit',
        written(contentOf(input, tx.now), { by: tx.actor.id, now: tx.now, waits }, entry.writers),
      );
    });
  }

  /** 审核发布, by somebody who did not write it. */
  publish(actor: Actor, id: string, reviewBy?: string, ifMatch?: number): Promise<KnowledgeEntryDto> {
    return this.vouch(actor, id, 'publish', reviewBy, ifMatch);
  }

  /** 复核: still right. */
  confirm(actor: Actor, id: string, reviewBy?: string, ifMatch?: number): Promise<KnowledgeEntryDto> {
    return this.vouch(actor, id, 'confirm', reviewBy, ifMatch);
  }

  /** 撤回修改: nobody reads it until it is published again. */
  takeBack(actor: Actor, id: string, reason: string, ifMatch?: number): Promise<KnowledgeEntryDto> {
    return this.act(actor, id, ifMatch, async (entry, tx) => {
      const waits = await readPolicies(tx, POLICIES);
      const { nextAt } = written(entry, { by: tx.actor.id, now: tx.now, waits });
      return KNOWLEDGE_ENTRIES.take(tx, entry, 'take-back', { nextAt, reviewBy: null }, { reason });
    });
  }

  /** 停用. */
  retire(actor: Actor, id: string, reason: string, ifMatch?: number): Promise<KnowledgeEntryDto> {
    return this.act(actor, id, ifMatch, (entry, tx) => KNOWLEDGE_ENTRIES.take(tx, entry, 'retire', { nextAt: null }, { reason }));
  }

  list(actor: Actor, { areaCode, ...query }: KnowledgeEntryQuery): Promise<Page<KnowledgeEntryDto>> {
    const { organisation } = actor;
    const own = organisation ? [organisation.id, ...(organisation.predecessors ?? [])] : [];
    const readBy = worksForAll(actor) ? undefined : own;
    return this.transactor.read(actor, async (tx) =>
      mapPage(await KNOWLEDGE_ENTRIES.list(tx, { ...query, holdsIn: areaCode, readBy }), (found) => toKnowledgeEntryDto(found, tx)),
    );
  }

  get(actor: Actor, id: string): Promise<KnowledgeEntryDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await KNOWLEDGE_ENTRIES.load(tx, id);
      if (!mayRead(found, actor)) throw refuseKnowledge('knowledge_entry.not_found', { id });
      const [history, used] = await Promise.all([KNOWLEDGE_ENTRIES.history(tx, found), countUses(tx, id)]);
      return toKnowledgeEntryDetailDto(found, { history, used }, tx);
    });
  }

  /** What anybody may read. */
  read({ areaCode, ...query }: KnowledgeQuery): Promise<Page<KnowledgeAnswerDto>> {
    return this.transactor.read(SYSTEM, async (tx) =>
      mapPage(await KNOWLEDGE_ENTRIES.list(tx, { ...query, holdsIn: areaCode, isPublic: true }), toKnowledgeAnswerDto),
    );
  }

  /** The same, of one. */
  readOne(id: string): Promise<KnowledgeAnswerDto> {
    return this.transactor.read(SYSTEM, async (tx) => {
      const found = await KNOWLEDGE_ENTRIES.load(tx, id);
      if (!isPublic(found)) throw refuseKnowledge('knowledge_entry.not_found', { id });
      return toKnowledgeAnswerDto(found);
    });
  }

  private vouch(actor: Actor, id: string, action: 'publish' | 'confirm', reviewBy?: string, ifMatch?: number): Promise<KnowledgeEntryDto> {
    return this.act(actor, id, ifMatch, async (entry, tx) => {
      if (reviewBy !== undefined && reviewBy <= dateOf(tx.now)) throw refuseKnowledge('knowledge_entry.past_day', {}, '/reviewBy');
      const waits = await readPolicies(tx, POLICIES);
      const latest = addDays(dateOf(tx.now), waits['knowledge-review-days']);
      if (reviewBy !== undefined && reviewBy > latest) throw refuseKnowledge('knowledge_entry.review_too_late', { latest }, '/reviewBy');
      const changes = action === 'publish' ? published(entry, reviewBy, tx.now, waits) : vouched(entry, reviewBy, tx.now, waits);
      return KNOWLEDGE_ENTRIES.take(tx, entry, action, changes);
    });
  }

  private act(actor: Actor, id: string, ifMatch: number | undefined, change: Change): Promise<KnowledgeEntryDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await KNOWLEDGE_ENTRIES.load(tx, id, ifMatch);
      if (!isWithinArea(found.areaCode, actor.area)) throw refuseKnowledge('knowledge_entry.not_owner');
      return toKnowledgeEntryDto(await change(found, tx), tx);
    });
  }
}

function contentOf({ areaCode, categoryCode, question, answer, materials = [], validUntil }: KnowledgeEntryInput, now: Date): Content {
  if (validUntil !== undefined && validUntil < dateOf(now)) throw refuseKnowledge('knowledge_entry.past_day', {}, '/validUntil');
  return { areaCode, categoryCode, question, answer, materials, validUntil: validUntil ?? null };
}

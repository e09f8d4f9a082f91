import type { EventType } from '@zero-distance/contracts';
import { checkSeparate, type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuseKnowledge } from './knowledge-entry.errors.js';

/** What guards look at. */
export interface Subject {
  /** Whoever wrote at it since it was last published, and who wrote it last. */
  readonly writers: readonly string[];
  /** It lies within the caller's area, and the caller acts for the organisation that owns it or for all of the area. */
  readonly mayTouch: boolean;
  readonly actorId: string;
}

const ofOwner = ({ mayTouch }: Subject): DomainError | undefined => (mayTouch ? undefined : refuseKnowledge('knowledge_entry.not_owner'));

/** 审核发布: by nobody who wrote at it, however little somebody else changed since. */
const notByWhoWrote = ({ writers, actorId }: Subject): DomainError | undefined => checkSeparate('publish', actorId, { write: writers });

const WRITERS = ['handler', 'intake-clerk'] as const;
const PUBLISHERS = ['reviewer', 'publisher'] as const;

/**
 * draft 草稿, published 已发布, review-due 待复核 (shown still, but somebody has to say that it is right), retired 已停用. A draft that nobody publishes, and an
 * entry whose review nobody makes, is retired in the end: nobody is told what nobody vouches for.
 */
export const KNOWLEDGE_ENTRY_TRANSITIONS = defineMachine<Subject>()(
  'intake.knowledge_entry',
  [
    { action: 'edit', from: ['draft'], to: 'draft', by: WRITERS, guard: ofOwner, event: 'intake.knowledge-entry.edited.v1' },
    {
      action: 'publish',
      from: ['draft'],
      to: 'published',
      by: PUBLISHERS,
      guard: notByWhoWrote,
      event: 'intake.knowledge-entry.published.v1',
    },
    {
      action: 'confirm',
      from: ['published', 'review-due'],
      to: 'published',
      by: [...WRITERS, ...PUBLISHERS],
      guard: ofOwner,
      event: 'intake.knowledge-entry.confirmed.v1',
    },
    {
      action: 'take-back',
      from: ['published', 'review-due'],
      to: 'draft',
      by: [...WRITERS, ...PUBLISHERS],
      guard: ofOwner,
      event: 'intake.knowledge-entry.taken-back.v1',
    },
    {
      action: 'retire',
      from: ['draft', 'published', 'review-due'],
      to: 'retired',
      by: [...WRITERS, ...PUBLISHERS],
      guard: ofOwner,
      event: 'intake.knowledge-entry.retired.v1',
    },
    { action: 'fall-due', from: ['published'], to: 'review-due', by: ['system'], event: 'intake.knowledge-entry.review-due.v1' },
    {
      action: 'expire',
      from: ['draft', 'published', 'review-due'],
      to: 'retired',
      by: ['system'],
      event: 'intake.knowledge-entry.expired.v1',
    },
  ],
  {
    draft: { policy: 'knowledge-draft-days' },
    published: { field: 'nextAt' },
    'review-due': { policy: 'knowledge-grace-days' },
    retired: 'final',
  },
);

export const KNOWLEDGE_ENTRY_STATES = KNOWLEDGE_ENTRY_TRANSITIONS.states;
export type KnowledgeEntryState = StateOf<typeof KNOWLEDGE_ENTRY_TRANSITIONS>;
/** The events that tell of a knowledge entry, its beginning included. */
export type KnowledgeEntryEventType = Extract<EventType, `intake.knowledge-entry.${string}`>;

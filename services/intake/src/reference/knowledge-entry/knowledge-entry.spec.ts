import { describe, expect, it } from '@jest/globals';
import { type Actor, ok, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import {
  clockAction,
  draftKnowledgeEntry,
  graceUntil,
  KNOWLEDGE_ENTRY_EVENTS,
  type KnowledgeEntry,
  subjectOf,
  vouched,
  published as vouchedByPublishing,
  written,
} from './knowledge-entry.js';
import { KNOWLEDGE_ENTRY_TRANSITIONS } from './knowledge-entry.transitions.js';

const OWNER = '0190a5c0-7c1e-7000-8000-000000000010';
const NOW = new Date('2026-11-27T04:00:00Z');
const WAITS = { 'knowledge-draft-days': 90, 'knowledge-review-days': 180, 'knowledge-grace-days': 60 };
const content = {
  question: '路灯不亮找谁修？',
  answer: '由区城管执法局负责。',
  materials: ['路灯杆编号'],
  validUntil: null,
  categoryCode: '010204',
  areaCode: '230903',
};
const origin = { organisationId: OWNER, organisationCode: 'urban-management', requestId: null };
const draft = draftKnowledgeEntry(content, origin, { by: 'writer', now: NOW, waits: WAITS });
const published: KnowledgeEntry = { ...draft, state: 'published', ...vouched(draft, undefined, NOW, WAITS) };
const all = ['handler', 'intake-clerk', 'reviewer', 'publisher'] as const;

describeMachine(KNOWLEDGE_ENTRY_TRANSITIONS, {
  start: 'draft',
  expected: {
    draft: {
      edit: ['draft', 'handler', 'intake-clerk'],
      publish: ['published', 'reviewer', 'publisher'],
      retire: ['retired', ...all],
      expire: ['retired', 'system'],
    },
    published: {
      confirm: ['published', ...all],
      'take-back': ['draft', ...all],
      retire: ['retired', ...all],
      'fall-due': ['review-due', 'system'],
      expire: ['retired', 'system'],
    },
    'review-due': {
      confirm: ['published', ...all],
      'take-back': ['draft', ...all],
      retire: ['retired', ...all],
      expire: ['retired', 'system'],
    },
    retired: {},
  },
  take: (state, action, actor) => {
    const row = KNOWLEDGE_ENTRY_TRANSITIONS.decide(state, action, actor, { writers: ['writer'], mayTouch: true, actorId: 'another' });
    return row.ok ? ok(stepOf(row.value, { ...published, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => KNOWLEDGE_ENTRY_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

const actor = (more: Partial<Actor>): Actor => ({ id: 'a', area: '230903', scopes: [], roles: ['handler'], ...more }) as Actor;
const decide = (state: 'draft' | 'published', action: 'publish' | 'confirm', by: Actor) =>
  KNOWLEDGE_ENTRY_TRANSITIONS.decide(state, action, by, subjectOf(draft, by));

describe('a knowledge entry', () => {
  it('is published by nobody who wrote at it since it was published, also when somebody else changed it last', () => {
    const edited = { ...draft, ...written(content, { by: 'colleague', now: NOW, waits: WAITS }, draft.writers) };
    const by = (id: string, entry: KnowledgeEntry) =>
      KNOWLEDGE_ENTRY_TRANSITIONS.decide('draft', 'publish', actor({ id, roles: ['publisher'] }), subjectOf(entry, actor({ id }))).ok;
    expect([by('writer', edited), by('colleague', edited), by('third', edited)]).toEqual([false, false, true]);
    const again = { ...edited, ...vouchedByPublishing(edited, undefined, NOW, WAITS) };
    const rewritten = { ...again, ...written(content, { by: 'colleague', now: NOW, waits: WAITS }, again.writers) };
    expect([by('writer', rewritten), by('colleague', rewritten)]).toEqual([true, false]);
  });

  it('is published by nobody who wrote it', () => {
    expect(decide('draft', 'publish', actor({ id: 'writer', roles: ['publisher'] }))).toMatchObject({ ok: false });
    expect(decide('draft', 'publish', actor({ roles: ['publisher'] }))).toMatchObject({ ok: true });
  });

  it('is kept right by its organisation, and by the centre within its area', () => {
    const acting = (id: string) => actor({ organisation: { id } as Actor['organisation'] });
    expect(decide('published', 'confirm', acting(OWNER))).toMatchObject({ ok: true });
    expect(decide('published', 'confirm', acting('another'))).toMatchObject({
      ok: false,
      error: { code: 'intake.knowledge_entry.not_owner' },
    });
    const successor = actor({ organisation: { id: 'another', predecessors: [OWNER] } });
    expect(decide('published', 'confirm', successor)).toMatchObject({ ok: true });
    expect(decide('published', 'confirm', actor({ roles: ['intake-clerk'] }))).toMatchObject({ ok: true });
    expect(decide('published', 'confirm', actor({ roles: ['intake-clerk'], area: '230903011' }))).toMatchObject({ ok: false });
  });

  it('has to be looked at when the policy says so, on a day that is named, or when its validity ends, whichever comes first', () => {
    expect(vouched(draft, undefined, NOW, WAITS)).toMatchObject({ reviewBy: '2027-05-26', nextAt: new Date('2027-05-26T16:00:00Z') });
    expect(vouched(draft, '2027-01-01', NOW, WAITS).reviewBy).toBe('2027-01-01');
    const ending = { ...draft, validUntil: '2026-12-31' };
    expect(vouched(ending, undefined, NOW, WAITS).nextAt).toEqual(new Date('2026-12-31T16:00:00Z'));
  });

  it('falls due for review while it holds, and expires when it does not, or when nobody looked at it in time', () => {
    const end = new Date('2026-12-31T16:00:00Z');
    expect(clockAction(published, end)).toBe('fall-due');
    expect(clockAction({ ...published, validUntil: '2026-12-31' }, end)).toBe('expire');
    expect(clockAction({ ...published, state: 'review-due' }, end)).toBe('expire');
    expect(clockAction(draft, end)).toBe('expire');
    expect(graceUntil(published, NOW, WAITS)).toEqual(new Date('2027-01-26T16:00:00Z'));
    expect(graceUntil({ ...published, validUntil: '2026-12-31' }, NOW, WAITS)).toEqual(end);
  });

  it('is found by the words of its question, its answer and its materials', () => {
    expect(draft.words).toEqual(expect.arrayContaining(['路灯', '城管', '编号']));
  });
});

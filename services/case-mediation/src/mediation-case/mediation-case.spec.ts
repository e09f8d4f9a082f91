import { describe, expect, it } from '@jest/globals';
import { checkEventData, EVENTS } from '@zero-distance/contracts';
import { type Actor, newId, ok, type Role, stepOf, unwrap } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import {
  type Application,
  applyForCase,
  dueForAcceptance,
  isOverdue,
  MEDIATION_CASE_EVENTS,
  type MediationCaseStep,
  OPEN_STATES,
  reapplyCase,
  referCase,
} from './mediation-case.js';
import { MEDIATION_CASE_STATES, MEDIATION_CASE_TRANSITIONS, type MediationCaseEventType } from './mediation-case.transitions.js';

const NOW = new Date('2026-11-23T04:00:00Z');
const as = (...roles: Role[]): Actor => ({ id: 'someone', roles, scopes: [], area: '' });

const APPLICATION: Application = {
  areaCode: '230903011001',
  caseType: 'neighbours',
  difficulty: 'simple',
  amount: 12.5,
  summary: '甲方反映乙方夜间噪声扰民。',
  parties: [
    { role: 'applicant', label: '甲方' },
    { role: 'respondent', label: '乙方' },
  ],
};
const applied = unwrap(applyForCase(APPLICATION, null, NOW));

const settled = { ...applied, mediatorId: newId(), reasonCode: 'party-refused', publicAnswer: '调解终止。' };

describeMachine(MEDIATION_CASE_TRANSITIONS, {
  start: 'applied',
  expected: {
    applied: {
      accept: ['accepted', 'mediator'],
      decline: ['declined', 'mediator'],
      terminate: ['terminated', 'mediator', 'system'],
      correct: ['applied', 'system'],
    },
    accepted: {
      assign: ['assigned', 'mediator', 'dispatcher'],
      terminate: ['terminated', 'mediator', 'system'],
      correct: ['accepted', 'system'],
    },
    declined: {},
    assigned: {
      correct: ['assigned', 'system'],
      assign: ['assigned', 'mediator', 'dispatcher'],
      'hand-over': ['assigned', 'system'],
      leave: ['accepted', 'system'],
      start: ['mediating', 'mediator'],
      terminate: ['terminated', 'mediator', 'system'],
    },
    mediating: {
      correct: ['mediating', 'system'],
      assign: ['mediating', 'mediator', 'dispatcher'],
      'hand-over': ['mediating', 'system'],
      leave: ['accepted', 'system'],
      agree: ['agreed', 'mediator'],
      fail: ['failed', 'mediator'],
      terminate: ['terminated', 'mediator', 'system'],
    },
    agreed: { perform: ['performed', 'mediator'], breach: ['breached', 'mediator'] },
    failed: {},
    terminated: {},
    performed: {},
    breached: {},
  },
  take: (state, action, actor) => {
    const row = MEDIATION_CASE_TRANSITIONS.decide(state, action, actor, undefined);
    return row.ok ? ok(stepOf(row.value, { ...settled, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }: MediationCaseStep) => MEDIATION_CASE_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../README.md', import.meta.url),
});

describe('a party', () => {
  it('can end a case in every state before an outcome, and in no other', () => {
    const open = MEDIATION_CASE_STATES.filter((state) =>
      MEDIATION_CASE_TRANSITIONS.allowed(state, as('mediator'), undefined).includes('terminate'),
    );
    expect(open).toEqual(OPEN_STATES);
  });
});

describe('the events of a case', () => {
  const types = (Object.keys(EVENTS) as MediationCaseEventType[]).filter((type) => type.startsWith('case-mediation.case.'));

  it.each(types)('%s fits its schema', (type) => {
    expect(() => checkEventData(type, MEDIATION_CASE_EVENTS[type](settled, { before: null, at: NOW }))).not.toThrow();
  });

  it('hold no summary, amount or party', () => {
    const told = types.map((type) => JSON.stringify(MEDIATION_CASE_EVENTS[type](settled, { before: null, at: NOW }))).join();
    expect(told).not.toMatch(/噪声|甲方|12\.50/);
  });
});

describe('an application', () => {
  it('becomes a case with its amount in yuan and fen', () => {
    expect(applied).toMatchObject({ state: 'applied', version: 1, round: 1, amount: '12.50', requestId: null, appliedAt: NOW });
    expect(unwrap(applyForCase({ ...APPLICATION, amount: undefined }, null, NOW)).amount).toBeNull();
  });

  it.each<[string, Partial<Application>, string, string]>([
    ['nobody to respond', { parties: [{ role: 'applicant', label: '甲方' }] }, 'case.parties_incomplete', '/parties'],
    [
      'two parties of one name',
      {
        parties: [
          { role: 'applicant', label: '甲方' },
          { role: 'respondent', label: '甲方' },
        ],
      },
      'case.party_repeated',
      '/parties/1/label',
    ],
  ])('is refused with %s', (_what, over, code, pointer) => {
    const refused = applyForCase({ ...APPLICATION, ...over }, null, NOW);
    expect(refused).toMatchObject({ ok: false, error: { code: `case_mediation.${code}`, pointer, status: 422 } });
  });
});

describe('a referred dispute', () => {
  const referred = referCase(
    {
      requestId: newId(),
      requestNumber: '1',
      areaCode: '230903011001',
      caseType: 'other',
      barredOrganisationIds: null,
      barredAccountIds: null,
    },
    NOW,
  );

  it('is a case between two parties of whom nothing is known', () => {
    expect(referred).toMatchObject({ state: 'applied', summary: null, difficulty: 'simple', parties: APPLICATION.parties });
  });

  it('starts again when the request is reopened: same matter, no trace of the last outcome', () => {
    const ended = {
      ...referred,
      state: 'failed',
      caseType: 'land',
      version: 5,
      publicAnswer: '…',
      mediatorId: newId(),
      dueAt: NOW,
    } as const;
    const next = reapplyCase({ ...ended, concludedAt: NOW, recusedMediatorIds: [newId()] }, 2, NOW);
    expect(next).toEqual({ ...referred, id: next.id, round: 2, caseType: 'land' });
    expect(next.id).not.toBe(referred.id);
  });
});

it('A case is to be accepted or declined by the end of the last day of the limit', () => {
  expect(dueForAcceptance(applied, { days: 3 }).dueAt).toEqual(new Date('2026-11-26T16:00:00Z'));
});

describe('a case past its limit', () => {
  it.each(MEDIATION_CASE_STATES)('is overdue in state %s only while something is to be done', (state) => {
    const late = { ...applied, state, dueAt: NOW };
    expect(isOverdue(late, NOW)).toBe([...OPEN_STATES, 'agreed'].includes(state));
    expect(isOverdue(late, new Date(NOW.getTime() - 1))).toBe(false);
    expect(isOverdue({ ...late, dueAt: null }, NOW)).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ok, type Role, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { refuse } from '../../errors.js';
import { isPublishable, type Request } from './request.js';
import { REQUEST_TRANSITIONS, subjectOf } from './request.transitions.js';
import { REQUEST_EVENTS } from './request-event.js';
import { NumberDrawer, requestNumber } from './request-number.js';

const NOW = new Date('2026-11-23T02:00:00Z');
const ID = '0190a5c0-7c1e-7000-8000-000000000001';
const MAIN = '0190a5c0-7c1e-7000-8000-000000000005';

const REQUEST: Request = {
  id: ID,
  number: '230903011001-261123-000100',
  parentId: null,
  state: 'received',
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010203',
  areaCode: '230903011001',
  place: null,
  point: null,
  title: '路灯不亮',
  text: '三天不亮',
  urgency: 'normal',
  upstreamReference: null,
  upstreamSystem: null,
  confidential: false,
  publishable: true,
  callbackPossible: true,
  receivedAt: NOW,
  round: 1,
  workOrderId: ID,
  caseId: ID,
  takenOn: false,
  organisationId: ID,
  registeredBy: null,
  reportedBy: null,
  complainedAbout: null,
  recusedOrganisations: null,
  foundBy: null,
  service: null,
  residentId: null,
  barredOrganisationIds: null,
  barredAccountIds: null,
  answeredBy: 'dispatch',
  publicAnswer: '已修复',
  answerResult: 'solved',
  repliedAt: NOW,
  closedAt: null,
  erasedAt: null,
  emergencyNumber: '119',
  dueAt: null,
  version: 1,
};

const FOLLOW_UP = { id: ID, kind: 'urge', channel: 'service-window', urges: 1 } as const;

/** Whoever meets residents. */
const FRONT = [
  'intake-clerk',
  'window-clerk',
  'grid-worker',
  'mobile-grid-worker',
  'care-worker',
  'police-auxiliary',
  'inspector',
  'organiser',
  'handler',
] as const;

describeMachine(REQUEST_TRANSITIONS, {
  start: 'received',
  expected: {
    received: {
      'take-back': ['received', 'system'],
      divide: ['divided', 'intake-clerk', 'system'],
      redirect: ['redirected', 'intake-clerk', 'system'],
      merge: ['merged', 'dispatcher', 'intake-clerk'],
      'answer-on-the-spot': ['answered', 'intake-clerk', 'grid-worker'],
      decline: ['declined', 'intake-clerk'],
      withdraw: ['withdrawn', 'intake-clerk', 'system'],
      dispatch: ['dispatched', 'system'],
      mediate: ['mediating', 'system'],
      correct: ['received', 'intake-clerk', 'dispatcher', 'system'],
      'follow-up': ['received', ...FRONT],
    },
    answered: {
      'take-back': ['answered', 'system'],
      erase: ['answered', 'administrator', 'system'],
      reopen: ['reopened', 'intake-clerk', 'system'],
    },
    declined: {
      'take-back': ['declined', 'system'],
      erase: ['declined', 'administrator', 'system'],
      reopen: ['reopened', 'intake-clerk', 'system'],
    },
    dispatched: {
      'take-back': ['dispatched', 'system'],
      divide: ['divided', 'intake-clerk', 'system'],
      redirect: ['redirected', 'intake-clerk'],
      merge: ['merged', 'dispatcher', 'intake-clerk'],
      'answer-on-the-spot': ['answered', 'intake-clerk', 'grid-worker'],
      decline: ['declined', 'intake-clerk'],
      withdraw: ['withdrawn', 'intake-clerk', 'system'],
      dispatch: ['dispatched', 'system'],
      return: ['received', 'system'],
      reply: ['replied', 'system'],
      correct: ['dispatched', 'intake-clerk', 'dispatcher', 'system'],
      'follow-up': ['dispatched', ...FRONT],
    },
    mediating: {
      'take-back': ['mediating', 'system'],
      divide: ['divided', 'intake-clerk', 'system'],
      redirect: ['redirected', 'intake-clerk'],
      merge: ['merged', 'dispatcher', 'intake-clerk'],
      correct: ['mediating', 'intake-clerk', 'dispatcher', 'system'],
      'follow-up': ['mediating', ...FRONT],
      'answer-on-the-spot': ['answered', 'intake-clerk', 'grid-worker'],
      decline: ['declined', 'intake-clerk'],
      withdraw: ['withdrawn', 'intake-clerk', 'system'],
      reply: ['replied', 'system'],
    },
    merged: {
      'take-back': ['merged', 'system'],
      withdraw: ['withdrawn', 'intake-clerk', 'system'],
      'split-off': ['received', 'dispatcher', 'intake-clerk', 'system'],
      reply: ['replied', 'system'],
    },
    divided: {
      'take-back': ['divided', 'system'],
      decline: ['declined', 'system'],
      withdraw: ['withdrawn', 'intake-clerk', 'system'],
      correct: ['divided', 'intake-clerk', 'dispatcher', 'system'],
      'follow-up': ['divided', ...FRONT],
      reply: ['replied', 'system'],
    },
    replied: {
      'take-back': ['replied', 'system'],
      close: ['closed', 'system'],
      reopen: ['reopened', 'system'],
      'follow-up': ['replied', ...FRONT],
    },
    reopened: {
      'take-back': ['reopened', 'system'],
      divide: ['divided', 'intake-clerk', 'system'],
      redirect: ['redirected', 'intake-clerk'],
      merge: ['merged', 'dispatcher', 'intake-clerk'],
      correct: ['reopened', 'intake-clerk', 'dispatcher', 'system'],
      'follow-up': ['reopened', ...FRONT],
      withdraw: ['withdrawn', 'intake-clerk', 'system'],
      return: ['received', 'system'],
      mediate: ['mediating', 'system'],
      dispatch: ['dispatched', 'system'],
      reply: ['replied', 'system'],
    },
    closed: {
      'take-back': ['closed', 'system'],
      erase: ['closed', 'administrator', 'system'],
      reopen: ['reopened', 'intake-clerk', 'system'],
    },
    withdrawn: {
      'take-back': ['withdrawn', 'system'],
      erase: ['withdrawn', 'administrator', 'system'],
      reopen: ['reopened', 'intake-clerk', 'system'],
    },
    redirected: { 'take-back': ['redirected', 'system'], erase: ['redirected', 'administrator', 'system'] },
  },
  take: (state, action, actor) => {
    const row = REQUEST_TRANSITIONS.decide(state, action, actor, subjectOf({ ...REQUEST, foundBy: actor.id }, actor));
    return row.ok ? ok(stepOf(row.value, { ...REQUEST, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) =>
    REQUEST_EVENTS[event](
      {
        ...after,
        followUp: FOLLOW_UP,
        takenBack: FOLLOW_UP,
        mainRequestId: MAIN,
        parts: [{ id: MAIN, number: 'N-1' }],
        round: 2,
        areaCode: '230903011002',
      },
      { before, at: NOW, reasonCode: 'other' },
    ),
  readme: new URL('../../../README.md', import.meta.url),
});

it('A request that somebody has accepted is neither answered nor declined by a clerk, and withdrawn, corrected and followed up all the same', () => {
  const clerk = { id: 'clerk', roles: ['intake-clerk'], scopes: [], area: '' } as const;
  const allowed = (takenOn: boolean) => REQUEST_TRANSITIONS.allowed('dispatched', clerk, subjectOf({ ...REQUEST, takenOn }, clerk));
  const own = ['answer-on-the-spot', 'decline'];
  expect(allowed(false)).toEqual(expect.arrayContaining([...own, 'withdraw']));
  expect(allowed(true)).toEqual(allowed(false).filter((action) => !own.includes(action)));
});

it('A request is answered on the spot by the grid worker who found it, and by no other', () => {
  const answeredBy = (foundBy: string | null, roles: readonly Role[] = ['grid-worker']) => {
    const actor = { id: 'worker', roles, scopes: [], area: '' };
    return REQUEST_TRANSITIONS.allowed('received', actor, subjectOf({ ...REQUEST, foundBy }, actor)).includes('answer-on-the-spot');
  };
  expect(['worker', 'colleague', null].map((foundBy) => answeredBy(foundBy))).toEqual([true, false, false]);
  expect(answeredBy('colleague', ['grid-worker', 'intake-clerk'])).toBe(true);
});

describe('publication', () => {
  it('shows an ordinary request', () => expect(isPublishable('complaint', false, true)).toBe(true));
  it('never shows a confidential one', () => expect(isPublishable('complaint', true, true)).toBe(false));
  it('never shows a report about somebody', () => expect(isPublishable('report', false, true)).toBe(false));
  it('does not show what the clerk keeps back', () => expect(isPublishable('complaint', false, false)).toBe(false));
});

describe('the number of a request', () => {
  it('is area, day in Shanghai, sequence', () => {
    expect(requestNumber('230903011001', new Date('2026-11-23T15:59:59Z'), 417)).toBe('230903011001-261123-000417');
    expect(requestNumber('230903011001', new Date('2026-11-23T16:00:00Z'), 417)).toBe('230903011001-261124-000417');
  });

  it('does not tell the grid', () => {
    expect(requestNumber('230903011001007', new Date('2026-11-23T02:00:00Z'), 417)).toBe('230903011001-261123-000417');
  });

  it('is never given twice, however many ask at once', async () => {
    let drawn = 0;
    const drawer = new NumberDrawer(async () => 100 * drawn++);
    const numbers = await Promise.all(Array.from({ length: 1000 }, () => drawer.give(async (number) => number)));
    expect(new Set(numbers).size).toBe(1000);
    expect(drawn).toBe(10);
  });

  it('can be drawn again after a draw that failed', async () => {
    let tries = 0;
    const drawer = new NumberDrawer(async () => {
      if (tries++ === 0) throw new Error('no database');
      return 700;
    });
    const take = () => drawer.give(async (number) => number);
    await expect(take()).rejects.toThrow('no database');
    expect(await take()).toBe(700);
  });

  it('goes to the next when what it was drawn for was refused, and to nobody when nobody knows what became of it', async () => {
    const drawer = new NumberDrawer(async () => 700);
    const take = () => drawer.give(async (number) => number);
    const failing = (error: Error) => drawer.give(async () => Promise.reject(error)).catch((told) => told);
    await failing(refuse('request.answer_wanted'));
    expect([await take(), await take()]).toEqual([700, 701]);
    await failing(new Error('connection lost'));
    expect(await take()).toBe(703);
    await Promise.all([failing(refuse('request.answer_wanted')), failing(refuse('request.answer_wanted'))]);
    expect((await Promise.all([take(), take(), take()])).sort()).toEqual([704, 705, 706]);
  });
});

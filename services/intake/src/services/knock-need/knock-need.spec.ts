import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { KNOCK_NEEDS } from '@zero-distance/contracts';
import { DAY_MS, ok, stepOf } from '@zero-distance/kernel';
import { KeyRing } from '@zero-distance/personal-data';
import { describeMachine } from '@zero-distance/testing/machine';
import { POLICIES } from '../../policy/policy.js';
import { listTarget } from '../round-target/round-target.js';
import { findNeed, hasRoom, KNOCK_NEED_EVENTS, linked, openNote } from './knock-need.js';
import { KNOCK_NEED_TRANSITIONS } from './knock-need.transitions.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const ROUND = '0190a5c0-7c1e-7000-8000-000000000099';
const ring = new KeyRing(`k1:${randomBytes(32).toString('base64')}`);
const target = listTarget({ id: ROUND, plannedBy: 'o' }, { areaCode: '230903011001', address: '3号楼', residentIds: [] }, 1, ring);
const found = findNeed({ target, knockId: 'k', need: 'request', note: '楼道灯不亮' }, NOW, POLICIES.presets, ring);

const KNOCKERS = ['intake-clerk', 'grid-worker', 'care-worker'] as const;
describeMachine(KNOCK_NEED_TRANSITIONS, {
  start: 'waiting',
  expected: {
    waiting: { link: ['linked', ...KNOCKERS], drop: ['dropped', ...KNOCKERS], remind: ['waiting', 'system'] },
    linked: {},
    dropped: {},
  },
  take: (state, action, actor) => {
    const row = KNOCK_NEED_TRANSITIONS.decide(state, action, actor, found);
    return row.ok ? ok(stepOf(row.value, { ...found, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) =>
    KNOCK_NEED_EVENTS[event]({ ...after, ...linked('0190a5c0-7c1e-7000-8000-000000000001') }, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('a need found at a door', () => {
  it('is kept sealed with the household, and is told of again in a week', () => {
    expect(found).toMatchObject({ targetId: target.id, roundId: ROUND, areaCode: '230903011001', organisationId: 'o', linkedId: null });
    expect(found.nextAt).toEqual(new Date(NOW.getTime() + 7 * DAY_MS));
    expect(JSON.stringify(found)).not.toContain('楼道');
    expect(openNote(found, ring)).toBe('楼道灯不亮');
  });

  it('waits where there is nothing in the system that it could become', () => {
    expect(KNOCK_NEEDS.filter((need) => hasRoom({ need }))).toEqual(['request', 'service-order', 'key-person']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type Actor, DAY_MS, HOUR_MS, newId, ok, type Role, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { POLICIES } from '../../policy/policy.js';
import {
  accepted,
  asked,
  changed,
  ended,
  enterKeyPerson,
  KEY_PERSON_EVENTS,
  type KeyPerson,
  lampOf,
  missed,
  nextVisit,
  subjectOf,
  unasked,
  visited,
} from './key-person.js';
import { KEY_PERSON_TRANSITIONS } from './key-person.transitions.js';
import { goesOnWith, mergedCare } from './merged-care.js';
import type { Visit } from './visit.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const WAITS = POLICIES.presets;
const days = (count: number, from = NOW): Date => new Date(from.getTime() + count * DAY_MS);
const hours = (count: number): Date => new Date(NOW.getTime() + count * HOUR_MS);
const entered = (risk: KeyPerson['risk'] = 'key', changes: Partial<KeyPerson> = {}): KeyPerson => ({
  ...enterKeyPerson({ areaCode: '230903011001', residentId: newId(), kind: 'living-alone', risk, organisationId: null }, NOW, WAITS),
  ...changes,
});
const visitOn = (at: Date, counts = true): Visit => ({
  ...{ id: newId(), keyPersonId: newId(), enteredFor: newId(), at, way: 'home', met: counts, risk: 'key', counts, need: 'none' },
  ...{ requestId: null, note: null, recordedBy: 'li', recordedAt: at },
});

const KEEPERS = ['intake-clerk'] as const;
const EVERYBODY = ['intake-clerk', 'care-worker', 'grid-worker'] as const;
type State = KeyPerson['state'];
const open = <S extends State>(state: S) =>
  ({
    visit: [state, ...EVERYBODY],
    remind: [state, 'system'],
    'change-risk': [state, ...EVERYBODY],
    'report-change': [state, ...EVERYBODY],
    move: [state, 'system'],
    'move-away': ['waiting', 'system'],
    leave: ['left', ...EVERYBODY, 'system'],
  }) as const;

describeMachine(KEY_PERSON_TRANSITIONS, {
  start: 'waiting',
  expected: {
    waiting: { assign: ['assigned', ...KEEPERS], ...open('waiting') },
    assigned: {
      accept: ['cared-for', ...EVERYBODY],
      refuse: ['waiting', ...EVERYBODY],
      'take-back': ['waiting', ...KEEPERS],
      lapse: ['waiting', 'system'],
      ...open('assigned'),
    },
    'cared-for': { transfer: ['transferring', ...EVERYBODY], refer: ['referred', ...EVERYBODY], ...open('cared-for') },
    transferring: {
      accept: ['cared-for', ...EVERYBODY],
      refuse: ['cared-for', ...EVERYBODY],
      'take-back': ['cared-for', ...EVERYBODY],
      lapse: ['cared-for', 'system'],
      ...open('transferring'),
    },
    referred: {
      accept: ['waiting', ...KEEPERS],
      refuse: ['cared-for', ...KEEPERS],
      'take-back': ['cared-for', ...EVERYBODY],
      lapse: ['cared-for', 'system'],
      ...open('referred'),
    },
    left: {},
  },
  take: (state, action, actor) => {
    const found = entered('key', { state, workerId: actor.id, offeredTo: actor.id });
    const row = KEY_PERSON_TRANSITIONS.decide(state, action, actor, subjectOf(found, actor));
    const told = { visit: visitOn(NOW), due: null };
    return row.ok ? ok(stepOf(row.value, found, actor, { told })) : row;
  },
  dataOf: ({ event, before, after }) => KEY_PERSON_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

const as = (id: string, role: Role, organisation?: string): Actor => ({
  ...{ id, roles: [role], scopes: [], area: '' },
  ...(organisation !== undefined && { organisation: { id: organisation } }),
});
const refusal = (found: KeyPerson, action: 'visit' | 'accept' | 'refuse' | 'transfer' | 'take-back', actor: Actor) => {
  const row = KEY_PERSON_TRANSITIONS.decide(found.state, action, actor, subjectOf(found, actor));
  return row.ok ? undefined : row.error.code;
};

describe('who looks after a key person', () => {
  it('is one worker: another one, and one who was merely asked, may do nothing but answer', () => {
    const found = entered('key', { state: 'transferring', workerId: 'li', offeredTo: 'wang' });
    expect(refusal(found, 'visit', as('li', 'care-worker'))).toBeUndefined();
    expect(refusal(found, 'visit', as('wang', 'care-worker'))).toBe('intake.key_person.not_own');
    expect(refusal(found, 'visit', as('zhao', 'intake-clerk'))).toBeUndefined();
    expect(refusal(found, 'accept', as('wang', 'care-worker'))).toBeUndefined();
    expect(refusal(found, 'accept', as('li', 'care-worker'))).toBe('intake.key_person.not_asked');
    expect(refusal(found, 'accept', as('zhao', 'intake-clerk'))).toBe('intake.key_person.not_asked');
  });

  it('is answered for by the organisation that they are referred to, and by no other', () => {
    const bureau = newId();
    const found = entered('key', { state: 'referred', workerId: 'li', offeredOrganisationId: bureau });
    expect(refusal(found, 'accept', as('zhao', 'intake-clerk', bureau))).toBeUndefined();
    expect(refusal(found, 'accept', as('zhao', 'intake-clerk', newId()))).toBe('intake.key_person.not_asked');
    expect(refusal(found, 'accept', as('zhao', 'intake-clerk'))).toBe('intake.key_person.not_asked');
  });

  it('is given to no organisation that the receiver does not act for, and may be refused by that receiver', () => {
    const bureau = newId();
    for (const state of ['assigned', 'transferring'] as const) {
      const found = entered('key', { state, workerId: 'li', offeredTo: 'wang', offeredOrganisationId: bureau });
      expect(refusal(found, 'accept', as('wang', 'care-worker'))).toBe('intake.key_person.not_of_organisation');
      expect(refusal(found, 'accept', as('wang', 'care-worker', newId()))).toBe('intake.key_person.not_of_organisation');
      expect(refusal(found, 'accept', as('wang', 'care-worker', bureau))).toBeUndefined();
      expect(refusal(found, 'refuse', as('wang', 'care-worker'))).toBeUndefined();
    }
  });

  it('is shown to who is merely asked, and theirs are the area, the organisation that has them, and nobody else', () => {
    const [bureau, centre] = [newId(), newId()];
    const offer = { workerId: 'li', offeredOrganisationId: bureau, organisationId: centre };
    const found = entered('key', { state: 'referred', ...offer });
    const clerk = (id: string, territory?: string): Actor => ({
      ...as('zhao', 'intake-clerk'),
      organisation: { id, ...(territory && { territory }) },
    });
    expect(refusal(found, 'visit', clerk(bureau))).toBe('intake.key_person.not_own');
    expect(refusal(found, 'visit', clerk(bureau, '230903012'))).toBe('intake.key_person.not_own');
    expect(refusal(found, 'visit', clerk(bureau, '230903011'))).toBeUndefined();
    expect(refusal(found, 'visit', clerk(centre))).toBeUndefined();
    expect(refusal({ ...found, organisationId: null }, 'visit', clerk(bureau))).toBe('intake.key_person.not_own');
    expect(refusal(found, 'visit', as('zhao', 'intake-clerk'))).toBeUndefined();
    expect(refusal(entered('key', { ...offer, state: 'assigned' }), 'take-back', clerk(bureau))).toBe('intake.key_person.not_own');
  });

  it('goes on until the receiver has accepted, who has some days for it', () => {
    const found = entered('general', { state: 'cared-for', workerId: 'li' });
    const offer = { ...found, ...asked(found, { offeredTo: 'wang', offeredOrganisationId: null }, NOW, WAITS) };
    expect(offer).toMatchObject({ workerId: 'li', offeredTo: 'wang', offerUntil: days(3), nextAt: days(3) });
    expect({ ...offer, ...unasked(offer) }).toEqual(found);
    const over = { ...offer, ...accepted(offer) };
    expect(over).toMatchObject({ workerId: 'wang', offeredTo: null, offerUntil: null, nextAt: days(90) });
  });

  it('is an organisation alone, and nobody of it yet, once it has accepted', () => {
    const bureau = newId();
    const found = entered('general', { state: 'referred', workerId: 'li', offeredOrganisationId: bureau, organisationId: newId() });
    expect(accepted(found)).toMatchObject({ workerId: null, organisationId: bureau, offeredOrganisationId: null });
  });
});

describe('the next visit', () => {
  it('is due weekly at high risk, monthly where they are key, quarterly else, from the last one that counts', () => {
    const since = { enteredAt: NOW, changedAt: null, lastVisitAt: days(2) };
    expect((['high', 'key', 'general'] as const).map((risk) => nextVisit({ risk, ...since }, WAITS))).toEqual([
      days(9),
      days(32),
      days(92),
    ]);
    expect(nextVisit({ risk: 'key', ...since, lastVisitAt: null }, WAITS)).toEqual(days(30));
  });

  it('is due within a day of a major change at high risk, until somebody was there, and never later than by the rhythm', () => {
    const high = { risk: 'high', enteredAt: days(-60), lastVisitAt: days(-1) } as const;
    expect(nextVisit({ ...high, changedAt: NOW }, WAITS)).toEqual(hours(24));
    expect(nextVisit({ ...high, changedAt: NOW, lastVisitAt: hours(1) }, WAITS)).toEqual(days(7, hours(1)));
    expect(nextVisit({ ...high, changedAt: NOW, lastVisitAt: days(-7) }, WAITS)).toEqual(NOW);
    expect(nextVisit({ ...high, changedAt: NOW, risk: 'key' }, WAITS)).toEqual(days(29));
    expect(entered('high').dueAt).toEqual(hours(24)); // to be at high risk from now on is such a change
  });

  it('that is missing is told of once, and the one after it is due in the same rhythm', () => {
    const first = missed(entered(), WAITS);
    expect(first).toEqual({ changes: { dueAt: days(60), nextAt: days(60), overdueSince: days(30) }, told: { due: days(30) } });
    const second = missed(entered('key', first.changes), WAITS);
    expect(second).toEqual({ changes: { dueAt: days(90), nextAt: days(90), overdueSince: days(30) }, told: { due: days(60) } });
  });

  it('is reckoned again when the risk changes; one that is missing stays missing, and is not told of a second time', () => {
    expect(changed(entered(), { risk: 'high', changedAt: NOW }, NOW, WAITS)).toMatchObject({ dueAt: hours(24), nextAt: hours(24) });
    const late = { overdueSince: days(-5), dueAt: days(25), lastVisitAt: days(-35), enteredAt: days(-90) };
    expect(changed(entered('key', late), { risk: 'high' }, NOW, WAITS)).toMatchObject({ dueAt: days(7) });
    expect(changed(entered('key', late), { risk: 'general' }, NOW, WAITS)).toMatchObject({ dueAt: days(55) });
    expect(changed(entered('key', late), { risk: 'general' }, NOW, WAITS)).not.toHaveProperty('overdueSince');
  });
});

describe('a visit', () => {
  it('settles the one that was due, and the next is due by the rhythm from it', () => {
    const visit = visitOn(days(20));
    expect(visited(entered(), visit, WAITS)).toEqual({
      changes: { lastVisitAt: days(20), dueAt: days(50), nextAt: days(50), overdueSince: null },
      told: { visit, due: days(30) },
    });
  });

  it('that does not count, or came before the last one, changes nothing of when the next is due', () => {
    for (const visit of [visitOn(days(20), false), visitOn(days(1))])
      expect(visited(entered('key', { lastVisitAt: days(2) }), visit, WAITS)).toEqual({ changes: {}, told: { visit, due: null } });
  });

  it('that was made in time and recorded late settles the one that is missing; one made later settles the next', () => {
    const late = entered('key', missed(entered(), WAITS).changes);
    expect(visited(late, visitOn(days(30)), WAITS).told.due).toEqual(days(30));
    const after = visited(late, visitOn(days(31)), WAITS);
    expect([after.told.due, after.changes.overdueSince]).toEqual([days(60), null]);
  });

  it('recorded late settles the one of several missing that it was made in time for', () => {
    const late = { lastVisitAt: NOW, overdueSince: days(7), dueAt: days(21), changedAt: null };
    const settledBy = (at: Date) => visited(entered('high', late), visitOn(at), WAITS).told.due;
    expect([days(6), days(8), days(15), days(22)].map(settledBy)).toEqual([days(7), days(14), days(21), days(21)]);
  });

  it('from before a major change does not settle what is due because of it', () => {
    const high = entered('high', { changedAt: days(2), lastVisitAt: NOW, dueAt: days(3) });
    const { changes, told } = visited(high, visitOn(days(1)), WAITS);
    expect([told.due, changes]).toEqual([null, { lastVisitAt: days(1), dueAt: days(3), nextAt: days(3) }]);
  });
});

describe('the care of two files of one person', () => {
  const li = { workerId: 'li', state: 'cared-for' } as const;

  it('goes on with the worker of the main file, or where it has none with that of the other', () => {
    const [own, other] = [entered('key', li), entered('key', { ...li, workerId: 'wang' })];
    expect(goesOnWith(own, other)).toEqual([own, other]);
    const waiting = entered('key');
    expect(goesOnWith(waiting, other)).toEqual([other, waiting]);
    expect(goesOnWith(waiting, entered('high'))[0]).toBe(waiting);
  });

  it('is at the higher risk, with the later change, and due by that', () => {
    const high = entered('high', { changedAt: NOW, lastVisitAt: days(-1) });
    for (const [kept, gone] of [
      [entered('general'), high],
      [high, entered('general')],
    ] as const)
      expect(mergedCare(kept, gone, NOW, WAITS)).toEqual({
        ...{ risk: 'high', changedAt: NOW, lastVisitAt: days(-1), overdueSince: null },
        ...{ dueAt: hours(24), nextAt: hours(24) },
      });
  });

  it('misses no visit that the other has had, and one that neither has', () => {
    const late = entered('key', { enteredAt: days(-90), lastVisitAt: days(-40), overdueSince: days(-10), dueAt: days(20) });
    const visitedLater = entered('key', { lastVisitAt: days(-2), dueAt: days(28) });
    for (const [kept, gone] of [
      [late, visitedLater],
      [visitedLater, late],
    ] as const)
      expect(mergedCare(kept, gone, NOW, WAITS)).toMatchObject({ overdueSince: null, lastVisitAt: days(-2), dueAt: days(28) });
    const never = entered('key', { enteredAt: days(-90) });
    for (const [kept, gone] of [
      [late, never],
      [never, late],
    ] as const)
      expect(mergedCare(kept, gone, NOW, WAITS)).toMatchObject({ overdueSince: days(-10), dueAt: days(30) });
  });
});

describe('the lamp', () => {
  it('is green, yellow within a day of the visit, red when it is missing, and out when they have left', () => {
    const at = (dueAt: Date, more: Partial<KeyPerson> = {}) => lampOf(entered('key', { dueAt, ...more }), NOW);
    expect([at(hours(25)), at(hours(24)), at(hours(1)), at(NOW)]).toEqual(['green', 'yellow', 'yellow', 'red']);
    expect(at(days(20), { overdueSince: days(-10) })).toBe('red');
    expect(lampOf(entered('key', ended('moved')), NOW)).toBeNull();
  });
});

describe('what others are told of a key person', () => {
  it('is ids and codes: nothing leads to the resident', () => {
    const found = entered();
    const told = KEY_PERSON_EVENTS['intake.key-person.entered.v1'](found, { before: null, at: NOW });
    expect(told).toEqual({
      ...{ keyPersonId: found.id, areaCode: '230903011001', kind: 'living-alone', risk: 'key' },
      ...{ dueAt: days(30).toISOString(), at: NOW.toISOString() },
    });
    for (const tell of Object.values(KEY_PERSON_EVENTS))
      expect(JSON.stringify(tell({ ...found, told: { visit: visitOn(NOW), due: NOW } }, { before: found, at: NOW }))).not.toContain(
        found.residentId,
      );
  });
});

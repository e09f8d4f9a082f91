import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from './actor.js';
import { SYSTEM } from './actor.js';
import { defineErrors } from './domain-error.js';
import { type StateClock, statesWithoutWayOn } from './state-clock.js';
import { type ActionOf, defineMachine, type EventOf, reachableStates, type StateOf, transitionsMarkdown } from './transitions.js';

const refuse = defineErrors('door', {}, { 'hinge.too_hot': { status: 409, zh: '太热。', en: 'Too hot.' } });

const door = defineMachine<{ hot: boolean }>()(
  'door.hinge',
  [
    { action: 'hold', from: ['open'], to: 'held', by: ['handler'], event: 'door.hinge.held.v1' },
    {
      action: 'close',
      from: ['open', 'held'],
      to: 'closed',
      by: ['handler', 'reviewer'],
      guard: ({ hot }) => (hot ? refuse('hinge.too_hot') : undefined),
      event: 'door.hinge.closed.v1',
    },
    { action: 'reopen', from: ['closed'], to: 'open', by: ['reviewer'], event: 'door.hinge.reopened.v1' },
    { action: 'expire', from: ['held'], to: 'closed', by: ['system'], event: 'door.hinge.closed.v1' },
  ],
  { open: { policy: 'open-limit' }, held: { waitsFor: ['door.bell'] }, closed: { policy: 'rest-limit' } },
);
const as = (...roles: Role[]): Actor => ({ id: 'someone', roles, scopes: [], area: '' });

describe('a state table', () => {
  it('answers with the row that applies', () => {
    const row = door.decide('held', 'close', as('handler'), { hot: false });
    expect(row).toMatchObject({ ok: true, value: { to: 'closed', event: 'door.hinge.closed.v1' } });
  });

  it('refuses an action that the state does not allow, and names the states that do', () => {
    const refused = door.decide('closed', 'close', as('handler'), { hot: false });
    expect(refused).toMatchObject({ ok: false, error: { code: 'door.hinge.transition_not_allowed', status: 409 } });
    expect(refused.ok ? '' : refused.error.text('en')).toContain('it is possible from: open, held');
  });

  it('refuses a role that the row does not name, and lists the roles it names', () => {
    const refused = door.decide('open', 'close', as('mediator'), { hot: false });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'door.hinge.role_not_allowed', status: 403, params: { roles: 'handler, reviewer' } },
    });
  });

  it('asks the state before the role, and the role before the guard', () => {
    expect(door.decide('closed', 'close', as(), { hot: true })).toMatchObject({
      error: { status: 409, code: 'door.hinge.transition_not_allowed' },
    });
    expect(door.decide('open', 'close', as(), { hot: true })).toMatchObject({ error: { status: 403 } });
    expect(door.decide('open', 'close', as('handler'), { hot: true })).toMatchObject({ error: { code: 'door.hinge.too_hot' } });
  });

  it('keeps system actions for the system', () => {
    expect(door.decide('held', 'expire', SYSTEM, { hot: false }).ok).toBe(true);
    expect(door.decide('held', 'expire', as('administrator'), { hot: false })).toMatchObject({ error: { status: 403 } });
  });

  it('lists what an actor may do now, and nothing else', () => {
    expect(door.allowed('open', as('handler'), { hot: false })).toEqual(['hold', 'close']);
    expect(door.allowed('open', as('handler'), { hot: true })).toEqual(['hold']);
    expect(door.allowed('closed', as('handler'), { hot: false })).toEqual([]);
  });

  it('is refused at load when two rows could both apply', () => {
    const row = { action: 'close', to: 'closed', by: ['handler'], event: 'e' } as const;
    expect(() =>
      defineMachine()(
        'door.hinge',
        [
          { ...row, from: ['open', 'held'] },
          { ...row, from: ['held'] },
        ],
        { open: 'final', held: 'final', closed: 'final' },
      ),
    ).toThrow('door.hinge: two rows for close from held');
  });

  it('is the only declaration of its states, actions and events', () => {
    const state: StateOf<typeof door> = 'held';
    const action: ActionOf<typeof door> = 'reopen';
    const event: EventOf<typeof door> = 'door.hinge.held.v1';
    // @ts-expect-error a state that no row has
    const noState: StateOf<typeof door> = 'ajar';
    // @ts-expect-error an action that no row has
    const noAction: ActionOf<typeof door> = 'slam';
    // @ts-expect-error an event that no row has
    const noEvent: EventOf<typeof door> = 'door.hinge.slammed.v1';
    const row = { action: 'shut', from: ['open'], to: 'closed', by: ['handler'], event: 'e' } as const;
    // @ts-expect-error a state without a clock
    defineMachine()('door.flap', [row], { open: 'momentary' });
    // @ts-expect-error a role that there is not
    defineMachine()('door.flap', [{ ...row, by: ['burglar'] }], { open: 'momentary', closed: 'final' });
    expect([door.states, door.actions]).toEqual([
      ['open', state, 'closed'],
      ['hold', 'close', action, 'expire'],
    ]);
    expect([noState, noAction, noEvent, event]).toHaveLength(4);
  });

  it('knows which states can be reached', () => {
    expect(reachableStates(door, 'open')).toEqual(new Set(['open', 'held', 'closed']));
    const oneWay = defineMachine()('door.flap', [{ action: 'shut', from: ['open'], to: 'closed', by: ['handler'], event: 'e' }], {
      open: { field: 'shutBy' },
      closed: 'final',
    });
    expect(reachableStates(oneWay, 'closed')).toEqual(new Set(['closed']));
  });

  it('prints itself for the README', () => {
    expect(transitionsMarkdown(door).split('\n')[3]).toBe('| close | open, held | closed | handler, reviewer | `door.hinge.closed.v1` |');
    expect(transitionsMarkdown(door).split('\n').slice(-3)).toEqual([
      '| open | `open-limit` |',
      '| held | that of door.bell |',
      '| closed | `rest-limit` |',
    ]);
  });

  it('finds states without a way on that are not final, and final states that have one', () => {
    const without = (clocks: Record<StateOf<typeof door>, StateClock>) =>
      statesWithoutWayOn({ clocks, rows: door.rows.filter(({ action }) => action !== 'hold') });
    expect(statesWithoutWayOn(door)).toEqual([]);
    expect(without({ open: 'final', held: { policy: 'held-limit' }, closed: { field: 'restUntil' } })).toEqual(['open']);
    const closing = door.rows.filter(({ by }) => by.every((role) => role === 'system'));
    const left = (held: StateClock) => statesWithoutWayOn({ clocks: { open: 'final', held, closed: 'final' }, rows: closing });
    expect(left({ policy: 'held-limit' })).toEqual(['held']);
    expect(left({ waitsFor: ['door.bell'] })).toEqual([]);
    expect(left({ policy: 'held-limit', next: 'knock' })).toEqual([]);
  });
});

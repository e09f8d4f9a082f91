import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventData } from '@zero-distance/contracts';
import { eventually } from '@zero-distance/testing';
import { DispatchWorld, type Problem } from './dispatch-world.js';

const DAY = 86_400_000;
let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world?.stop());

const inDays = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10);
const newOrder = async (changes: Partial<EventData<'intake.request.registered.v1'>> = {}) => world.orderOf(await world.register(changes));
const workedOn = async (changes = {}) => {
  const { id } = await newOrder(changes);
  return world.bringTo(id, 'in-progress');
};
const types = (events: { type: string }[]) => events.map(({ type }) => type.split('.').slice(1, 3).join('.'));

describe('a parked order', () => {
  it('waits for its review date without a clock, and is then taken up again as much later as it was parked', async () => {
    const { id, due } = await workedOn();
    await world.granted('housing', id, 'parking', { reviewOn: inDays(30) });
    const parked = await world.detail(id);
    expect(parked).toMatchObject({
      state: 'parked',
      reviewOn: inDays(30),
      due: { lamp: null, overdue: false },
      deadline: { paused: true },
    });
    // Time goes by: it was parked ten days ago, until this morning.
    await world.stack.sql('dispatch', `update deadline_entry set at = at - interval '10 days' where work_order_id = $1`, [id]);
    await world.stack.sql('dispatch', `update work_order set step_due_at = now() where id = $1`, [id]);
    const back = await eventually(async () => {
      const order = await world.detail(id);
      expect(order.state).toBe('in-progress');
      return order;
    });
    const steps = (back.deadline.steps as unknown as { kind: string; zh: string }[]).map(({ kind }) => kind);
    expect(steps).toEqual(['granted', 'paused', 'resumed']);
    expect(Date.parse(back.due.feedbackBy as string)).toBeGreaterThanOrEqual(Date.parse(due.feedbackBy as string));
    expect(back.deadline.steps.at(-1)?.dueAt).toBe(back.due.feedbackBy);
    expect(back).toMatchObject({
      reviewOn: null,
      history: expect.arrayContaining([expect.objectContaining({ action: 'resume', reasonCode: 'review-date' })]),
    });
    expect(types(await world.told(id, 6)).slice(-2)).toEqual(['work-order.parked', 'work-order.resumed']);
  });

  it('is taken up by the centre before that, corrected, given to another, and ended', async () => {
    const park = async () => {
      const { id } = await workedOn();
      await world.granted('housing', id, 'parking', { reviewOn: inDays(10) });
      return id;
    };
    const [one, two, three] = [await park(), await park(), await park()];
    expect((await world.act<Problem>('housing', one, 'resume', { reason: '条件具备。' })).status).toBe(403);
    expect((await world.act('dispatcher', one, 'resume', { reason: '条件具备。' })).body.state).toBe('in-progress');
    const given = await world.act('dispatcher', two, 'reassign', { leadOrganisation: 'urban-management', reason: '改由城管主办。' });
    expect(given.body).toMatchObject({ state: 'dispatched', reviewOn: null });
    expect((await world.detail(two)).deadline).toMatchObject({ paused: false });
    expect((await world.act('dispatcher', three, 'terminate', { reasonCode: 'duplicate', reason: '重复' })).body.state).toBe('terminated');
  });

  it('keeps the due time of its ledger across a change of the holidays, and when it is taken up again', async () => {
    const { id } = await workedOn({ kind: 'inquiry' }); // counted in working days
    const paused = await world.granted('housing', id, 'parking', { reviewOn: inDays(20) });
    expect(paused.state).toBe('granted');
    for (const days of [1, 2, 3, 4, 5]) await world.put(`/holidays/${inDays(days)}`, { kind: 'holiday', name: '临时放假' });
    const moved = await world.detail(id);
    expect(moved.deadline).toMatchObject({ paused: true, dueAt: moved.due.feedbackBy });
    expect(moved.deadline.steps.at(-1)).toMatchObject({ kind: 'calendar_changed' });
    await world.act('dispatcher', id, 'resume', { reason: '条件具备。' });
    const back = await world.detail(id);
    expect(back.deadline).toMatchObject({ paused: false, dueAt: back.due.feedbackBy });
  });
});

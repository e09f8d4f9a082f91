import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS, type EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { DispatchWorld, type Order, type Problem } from './dispatch-world.js';

type Registered = EventData<'intake.request.registered.v1'>;
interface Shown extends Order {
  areaCode: string;
  urgency: string;
  suggestedLead: { code: string } | null;
}

let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
  await world.put('/responsibilities/waste', { categoryPrefix: '0301', areaPrefix: '', leadOrganisation: 'urban-management' });
}, 120_000);
afterAll(() => world?.stop());

/** A request with an order; `correct` tells what it is about from then on. */
async function registered(changes: Partial<Registered> = {}) {
  const requestId = newId();
  const facts = { ...EVENTS['intake.request.registered.v1'].example, requestId, receivedAt: new Date().toISOString(), ...changes };
  await world.register(facts);
  let version = 1;
  const correct = async (to: Partial<EventData<'intake.request.corrected.v1'>>) =>
    world.stack.publish(
      'intake.request.corrected.v1',
      { id: requestId, version: ++version },
      { ...facts, at: new Date().toISOString(), corrected: ['category'], ...to },
    );
  const { id } = await world.orderOf(requestId);
  return { requestId, id, correct };
}
const order = async (id: string) => (await world.detail(id)) as Shown;
const becomes = (id: string, wanted: object) => eventually(async () => expect(await order(id)).toMatchObject(wanted));
const actions = async (id: string) => (await order(id)).history.map(({ action }) => action);

describe('the order of a request that is corrected', () => {
  it('goes to whom the list names now, and leaves who had it, while nobody works on it', async () => {
    const { id, correct } = await registered();
    await world.bringTo(id, 'accepted');
    await correct({ categoryCode: '030101' });
    await becomes(id, {
      state: 'dispatched',
      categoryCode: '030101',
      lead: { code: 'urban-management' },
      routeReason: { code: 'responsibility-list' },
    });
    expect(await actions(id)).toEqual(['open', 'dispatch', 'accept', 'correct', 'reassign']);
    expect((await world.clients.housing.get(`/api/dispatch/v1/work-orders/${id}`)).status).toBe(404);
    expect((await world.act('urban', id, 'accept')).status).toBe(200);
  });

  it('stays where it is when the list names the same organisation', async () => {
    const { id, correct } = await registered();
    await correct({ areaCode: '230903011002', corrected: ['area'] });
    await becomes(id, { state: 'dispatched', areaCode: '230903011002', lead: { code: 'housing-bureau' } });
    expect(await actions(id)).toEqual(['open', 'dispatch', 'correct']);
  });

  it('stays with whom the centre designated, and with the centre when it was returned, while only its words or its urgency are corrected', async () => {
    const words = { urgency: 'complex' as const, corrected: ['title', 'urgency'] };
    const designated = await registered({ categoryCode: '990101' });
    await world.act('dispatcher', designated.id, 'dispatch', { leadOrganisation: 'urban-management', reason: '指定' });
    await designated.correct({ categoryCode: '990101', ...words });
    await becomes(designated.id, { urgency: 'complex', state: 'dispatched', lead: { code: 'urban-management' } });
    const returned = await registered();
    await world.returned('housing', returned.id);
    await returned.correct(words);
    await becomes(returned.id, { urgency: 'complex', state: 'pending', lead: null });
  });

  it('waits for the centre when the list names nobody', async () => {
    const { id, correct } = await registered();
    await correct({ categoryCode: '990101' });
    await becomes(id, { state: 'pending', lead: null });
    expect(await actions(id)).toEqual(['open', 'dispatch', 'correct', 'recall']);
  });

  it('is dispatched by the list when nobody had it', async () => {
    const { id, correct } = await registered({ categoryCode: '990101' });
    await correct({ categoryCode: '030101' });
    await becomes(id, { state: 'dispatched', lead: { code: 'urban-management' } });
  });

  it('is offered to the centre when somebody works on it, and is on its list until that decides', async () => {
    const { id, correct } = await registered();
    await world.bringTo(id, 'in-progress');
    await correct({ categoryCode: '030101' });
    await becomes(id, { state: 'in-progress', lead: { code: 'housing-bureau' }, suggestedLead: { code: 'urban-management' } });
    const misrouted = async () => {
      const { body } = await world.clients.dispatcher.get<{ items: Order[] }>('/api/dispatch/v1/work-orders?misrouted=true');
      return body.items.map((one) => one.id);
    };
    expect(await misrouted()).toContain(id);
    const same = await world.act<Problem>('dispatcher', id, 'reassign', { leadOrganisation: 'housing-bureau', reason: '仍由住建局办理。' });
    expect([same.status, same.body.code]).toEqual([422, 'dispatch.work_order.same_lead']);
    const given = await world.act<Shown>('dispatcher', id, 'reassign', { leadOrganisation: 'urban-management', reason: '属环境卫生。' });
    expect(given.body).toMatchObject({ state: 'dispatched', suggestedLead: null, routeReason: { code: 'designated' } });
    expect(await misrouted()).not.toContain(id);
    const events = await world.told(id, 6);
    expect(events.at(-1)).toMatchObject({ type: 'dispatch.work-order.reassigned.v1', data: { leadOrganisationId: given.body.lead?.id } });
  });

  it('is due by the limit of the other urgency from when it was taken in, and its ledger explains why', async () => {
    const { id, correct } = await registered();
    const { due } = await order(id);
    await correct({ urgency: 'utilities', corrected: ['urgency'] });
    await becomes(id, { urgency: 'utilities' });
    const after = await order(id);
    expect(Date.parse(after.due.feedbackBy as string)).toBeLessThan(Date.parse(due.feedbackBy as string));
    expect(after.deadline.steps.map(({ dueAt }) => dueAt)).toEqual([due.feedbackBy, after.due.feedbackBy]);
    expect(after.deadline.steps[1]?.zh).toContain('诉求更正，时限改为 24 小时');
  });

  it('keeps the due time of the ledger when the calendar changes afterwards', async () => {
    const { id, correct } = await registered({ kind: 'inquiry' });
    await correct({ kind: 'inquiry', urgency: 'utilities', corrected: ['urgency'] });
    await becomes(id, { urgency: 'utilities' });
    const { due } = await order(id);
    const day = new Date(Date.now() + 8 * 3_600_000 + 86_400_000).toISOString().slice(0, 10);
    await world.put(`/holidays/${day}`, { kind: 'holiday', name: '临时放假' });
    expect((await order(id)).due.feedbackBy).toBe(due.feedbackBy);
  });

  it('when it was terminated, leaves it to the next order to go by the correction', async () => {
    const { id, correct } = await registered();
    await world.act('dispatcher', id, 'terminate', { reasonCode: 'cannot-be-verified', reason: '无法核实。' });
    await correct({ categoryCode: '030101', areaCode: '230903011002', urgency: 'utilities' });
    await becomes(id, { state: 'terminated', areaCode: '230903011002' });
    const again = await world.act<Shown>('dispatcher', id, 'dispatch-again', {
      leadOrganisation: 'urban-management',
      reason: '重新核实。',
    });
    expect(again.body).toMatchObject({ areaCode: '230903011002', categoryCode: '030101', urgency: 'utilities' });
  });

  it('is never given to whom the request names, though the list does', async () => {
    const housing = (await order((await registered()).id)).lead?.id as string;
    const { id, correct } = await registered({ categoryCode: '030101', barredOrganisationIds: [housing] });
    await correct({ categoryCode: '010203', barredOrganisationIds: [housing] });
    await becomes(id, { state: 'pending', lead: null });
  });
});

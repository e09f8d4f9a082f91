import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS, type EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { KeyRing, sealFollowUp } from '@zero-distance/personal-data';
import { eventually } from '@zero-distance/testing';
import { DispatchWorld, type Order } from './dispatch-world.js';

type FollowedUp = EventData<'intake.request.followed-up.v1'>;
interface Shown extends Order {
  followUps: { id: string; kind: string; text: string | null }[];
}

let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world?.stop());

/** A request with an order; `say` tells that its caller called again. */
async function registered(changes: Partial<EventData<'intake.request.registered.v1'>> = {}) {
  const requestId = await world.register(changes);
  let version = 1;
  let urges = 0;
  const say = async (followUp: FollowedUp['followUp'], text?: string, followUpId = newId()) => {
    if (followUp === 'urge') urges += 1;
    const keys = new KeyRing(world.stack.secret('MATTER_TEXT_KEYS'));
    const data = {
      ...EVENTS['intake.request.followed-up.v1'].example,
      requestId,
      followUpId,
      followUp,
      urges,
      at: new Date().toISOString(),
    };
    const sealed = text === undefined ? {} : { sealedText: sealFollowUp(keys, requestId, followUpId, text) };
    await world.stack.publish('intake.request.followed-up.v1', { id: requestId, version: ++version }, { ...data, ...sealed });
    return version;
  };
  /** What was said last is taken back; the version and id of what is told. */
  const takeBack = async (followUpId: string) => {
    const data = { ...EVENTS['intake.request.follow-up-taken-back.v1'].example, requestId, followUpId, at: new Date().toISOString() };
    await world.stack.publish('intake.request.follow-up-taken-back.v1', { id: requestId, version: ++version }, data);
  };
  const { id } = await world.orderOf(requestId);
  return { requestId, id, say, takeBack };
}
const order = async (id: string, who: 'dispatcher' | 'housing' = 'dispatcher') =>
  (await world.clients[who].get<Shown>(`/api/dispatch/v1/work-orders/${id}`)).body;
/** The order once it shows `n` follow-ups; read again, because the parts of one answer may be a moment apart. */
const saidOf = async (id: string, n: number) => {
  await eventually(async () => expect((await order(id, 'housing')).followUps).toHaveLength(n));
  return order(id, 'housing');
};
const actions = ({ history }: Order) => history.map(({ action }) => action);

describe('a follow-up of the request of an order', () => {
  it('is shown to who has the order, with what was said, and opens no other order', async () => {
    const { requestId, id, say } = await registered();
    await say('supplement', '2号楼前的路灯也不亮了。');
    expect(await saidOf(id, 1)).toMatchObject({
      state: 'dispatched',
      followUps: [{ kind: 'supplement', text: '2号楼前的路灯也不亮了。' }],
    });
    const { body } = await world.clients.dispatcher.get<{ items: Order[] }>(`/api/dispatch/v1/work-orders?requestId=${requestId}`);
    expect(body.items).toHaveLength(1);
  });

  it('that is taken back is read in the order no more, reminds nobody, leaves no word, and does not come again when it is told late', async () => {
    const { requestId, id, say, takeBack } = await registered();
    await say('supplement', '瓷瓶巷的灯不亮。');
    await say('supplement', '2号楼前的路灯也不亮了。');
    const [first] = (await saidOf(id, 2)).followUps;
    await takeBack(first?.id as string);
    const left = await saidOf(id, 1);
    expect(left.followUps).toMatchObject([{ text: '2号楼前的路灯也不亮了。' }]);
    expect(actions(left)).not.toContain('remind');
    const kept = () =>
      world.stack.sql('dispatch', 'select sealed_text is null as gone from follow_up where request_id = $1 order by id', [requestId]);
    expect(await kept()).toEqual([{ gone: true }, { gone: false }]);

    const late = newId();
    await takeBack(late);
    await say('supplement', '迟到的补充。', late);
    await say('supplement', '再来一条。');
    expect((await saidOf(id, 2)).followUps).toMatchObject([{ text: '2号楼前的路灯也不亮了。' }, { text: '再来一条。' }]);
  });

  it('that complains shows its words to the centre, and to who has the order only that there was a complaint', async () => {
    const { id, say } = await registered();
    await say('complaint', '约好上门两次都没有人来。');
    expect((await saidOf(id, 1)).followUps).toMatchObject([{ kind: 'complaint', text: null }]);
    expect((await order(id)).followUps).toMatchObject([{ text: '约好上门两次都没有人来。' }]);
  });

  it('of the second urge raises the supervision to a reminder, and no urge to a card while there is time', async () => {
    const { id, say } = await registered();
    await world.bringTo(id, 'accepted');
    await say('urge');
    expect((await saidOf(id, 1)).due.reminderLevel).toBeNull();
    await say('urge');
    const reminded = await saidOf(id, 2);
    expect([reminded.due.reminderLevel, actions(reminded)]).toEqual(['reminder', ['open', 'dispatch', 'accept', 'remind']]);
    await say('urge');
    await say('urge');
    expect((await saidOf(id, 4)).due.reminderLevel).toBe('reminder');
  });

  it('of urges reminds nobody of what nobody has, or of what is answered', async () => {
    const pending = await registered({ categoryCode: '990101' });
    await pending.say('urge');
    await pending.say('urge');
    await eventually(async () => expect((await order(pending.id)).followUps).toHaveLength(2));
    expect(await order(pending.id)).toMatchObject({ state: 'pending', due: { reminderLevel: null } });
    const replied = await registered();
    await world.bringTo(replied.id, 'replied');
    await replied.say('urge');
    await replied.say('urge');
    expect(await saidOf(replied.id, 2)).toMatchObject({ state: 'replied', due: { reminderLevel: null } });
  });

  it('is never shown to who is complained about, nor is its order', async () => {
    const { id, say } = await registered();
    const housing = (await order(id)).lead?.id as string;
    const barred = await registered({ barredOrganisationIds: [housing] });
    await barred.say('supplement', '灯杆倾斜。');
    await eventually(async () => expect((await order(barred.id)).followUps).toHaveLength(1));
    expect((await world.clients.housing.get(`/api/dispatch/v1/work-orders/${barred.id}`)).status).toBe(404);
    await say('urge');
    await saidOf(id, 1);
  });

  it('loses its words when the request is erased', async () => {
    const { requestId, id, say } = await registered();
    const version = await say('supplement', '瓮安胡同七号。');
    await saidOf(id, 1);
    const example = EVENTS['intake.request.erased.v1'].example;
    await world.stack.publish('intake.request.erased.v1', { id: requestId, version: version + 1 }, { ...example, requestId });
    await eventually(async () => expect((await order(id)).followUps).toMatchObject([{ kind: 'supplement', text: null }]));
  });
});

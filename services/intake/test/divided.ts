import { expect } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { AREA, type Fixture, REQUESTS, type Shown } from './fixture.js';

export interface Problem {
  code: string;
  errors?: { pointer?: string }[];
}
export interface Part extends Shown {
  parentId: string | null;
  kind: string;
  areaCode: string;
  round: number;
  confidential: boolean;
  complainedAbout: string[];
  redirectedTo: { number: string } | null;
}
export interface Detail extends Part {
  partCount: number;
  workOrderId: string | null;
}
interface Told {
  aggregateId: string;
  data: Record<string, unknown>;
}
export const LAMP = { kind: 'complaint', categoryCode: '010203', title: '路灯不亮', text: '3号楼前路灯三天不亮。' };
export const WASTE = { kind: 'complaint', categoryCode: '010204', title: '垃圾未清运', text: '西门垃圾两天未清。' };
export const LEAK = { kind: 'dispute', categoryCode: '010203', title: '漏水赔偿', text: '楼上漏水，请求调解。' };

/** What is done with divided requests, in a stack that is started later. */
export function dividing(f: () => Fixture) {
  const divide = <T = Shown>(id: string, parts: object[] = [LAMP, WASTE, LEAK], headers = {}) =>
    f().clerk.post<T>(`${REQUESTS}/${id}/divide`, { parts, reason: '三件事。' }, { headers });
  const partsOf = async (id: string) => {
    const { items } = (await f().clerk.get<{ items: Part[] }>(`${REQUESTS}/${id}/parts`)).body;
    return items.toSorted((a, b) => a.number.localeCompare(b.number)) as [Part, Part, Part];
  };
  const detail = async (id: string) => (await f().clerk.get<Detail>(`${REQUESTS}/${id}`)).body;
  const becomes = (id: string, state: string) => eventually(async () => expect(await f().stateOf(id)).toBe(state));
  const act = <T = Shown>(id: string, action: string, input: object = {}) => f().clerk.post<T>(`${REQUESTS}/${id}/${action}`, input);
  const answer = (id: string, publicAnswer = '已当场说明。') => act(id, 'answer-on-the-spot', { publicAnswer });
  const decline = (id: string) => act(id, 'decline', { reasonCode: 'court-matter', publicAnswer: '请向人民法院咨询。' });
  const told = (type: string, id: string) =>
    eventually(async () => {
      const events = (await f().stack.published(`intake.request.${type}.v1` as 'intake.request.divided.v1')) as unknown as Told[];
      const event = events.filter(({ aggregateId }) => aggregateId === id).at(-1);
      if (!event) throw new Error('not told yet');
      return event.data;
    });
  const callback = (requestId: string, outcome: 'closed' | 'rework', unsolvedPartIds?: string[]) => {
    const callbackId = newId();
    const data = {
      ...EVENTS['evaluation.callback.recorded.v1'].example,
      callbackId,
      requestId,
      outcome,
      ...(unsolvedPartIds && { unsolvedPartIds }),
    };
    return f().stack.publish('evaluation.callback.recorded.v1', { id: callbackId, version: 1 }, data);
  };

  /** The order of a part: given to somebody, and answered as often as it is asked to be. */
  async function orderOf({ id }: Shown) {
    const workOrderId = newId();
    let version = 0;
    const lead = newId();
    const publish = (type: 'dispatched' | 'approved' | 'terminated', more: object = {}) =>
      f().stack.publish(`dispatch.work-order.${type}.v1`, { id: workOrderId, version: ++version }, {
        ...EVENTS[`dispatch.work-order.${type}.v1`].example,
        ...{ workOrderId, sourceId: id, type: 'request', areaCode: AREA, leadOrganisationId: lead },
        ...more,
      } as never);
    await publish('dispatched');
    await becomes(id, 'dispatched');
    const approve = async (publicAnswer: string) => {
      await publish('approved', { publicAnswer, repliedAt: new Date().toISOString() });
      await becomes(id, 'replied');
    };
    return { workOrderId, lead, approve, terminate: (reasonCode: string) => publish('terminated', { reasonCode }) };
  }

  /** A divided request, with its parts. */
  async function divided(parts: object[] = [LAMP, WASTE, LEAK], changes: object = {}) {
    const whole = await f().register(changes);
    expect((await divide(whole.id, parts)).status).toBe(200);
    return { whole, parts: await partsOf(whole.id) };
  }

  /** One of which the first part has an order that answered it and the second was answered by a clerk, so that it waits for its callback. */
  async function answered(parts: object[] = [LAMP, WASTE]) {
    const all = await divided(parts);
    const order = await orderOf(all.parts[0]);
    await order.approve('路灯已修复。');
    await answer(all.parts[1].id);
    await becomes(all.whole.id, 'replied');
    return { ...all, order };
  }

  return { divide, partsOf, detail, becomes, act, answer, decline, told, callback, orderOf, divided, answered };
}

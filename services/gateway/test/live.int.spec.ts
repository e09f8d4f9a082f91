import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS, type EventData, type EventType } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, startTestStack, type TestStack } from '@zero-distance/testing';

const READ = ['intake:read', 'dispatch:read'];
const COMMUNITY = '230903011001';
type Claims = Parameters<TestStack['token']>[0];

let stack: TestStack;
const open: Line[] = [];

beforeAll(async () => {
  stack = await startTestStack({ services: ['gateway'], env: { RATE_LIMIT_PER_MINUTE: '1000000', LIVE_LIMIT_PER_CALLER: '3' } });
}, 60_000);
afterAll(async () => {
  for (const line of open) line.close();
  await stack?.stop();
});

/** What somebody hears who listens, as it comes. */
class Line {
  text = '';
  isOver = false;
  private readonly stopped = new AbortController();
  status = 0;

  static async open(url: string, token: string, query = '', last?: string): Promise<Line> {
    const line = new Line();
    open.push(line);
    const headers = { authorization: `Bearer ${token}`, ...(last && { 'last-event-id': last }) };
    const answer = await fetch(`${url}/api/gateway/v1/live${query}`, { headers, signal: line.stopped.signal });
    line.status = answer.status;
    void line.read(answer);
    return line;
  }

  close(): void {
    this.stopped.abort();
  }

  get subjects(): string[] {
    return [...this.text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => (JSON.parse(data) as { subject: string }).subject);
  }

  /** What was said to have left. */
  get left(): unknown[] {
    return [...this.text.matchAll(/^event: left\ndata: (.*)$/gm)].map(([, data = '']) => JSON.parse(data));
  }

  get lastId(): string | undefined {
    return [...this.text.matchAll(/^id: (\w+)$/gm)].at(-1)?.[1];
  }

  private async read(answer: Response): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of answer.body ?? []) this.text += decoder.decode(chunk as Uint8Array, { stream: true });
    } catch (error) {
      if (!this.stopped.signal.aborted) this.text += `\n! ${(error as Error).message}`;
    }
    this.isOver = true;
  }
}

const tokenOf = (claims: Claims = {}) => stack.token({ scopes: ['gateway:listen', ...READ], roles: ['leader'], area: '230903', ...claims });
const listen = async (claims: Claims = {}, query = '', last?: string, url = stack.url('gateway')) =>
  Line.open(url, await tokenOf(claims), query, last);

const tell = <T extends EventType>(type: T, id: string, more: Partial<EventData<T>>) =>
  stack.publish(type, { id, version: 1 }, { ...EVENTS[type].example, areaCode: COMMUNITY, ...more } as EventData<T>);
async function request(facts: Partial<EventData<'intake.request.registered.v1'>> = {}): Promise<string> {
  const requestId = newId();
  await tell('intake.request.registered.v1', requestId, { requestId, ...facts });
  return requestId;
}
const hears = (line: Line, ...ids: string[]) => eventually(() => expect(line.subjects).toEqual(expect.arrayContaining(ids)));

describe('who listens', () => {
  it('is told what comes next, as is everybody else, when somebody says to have heard up to a place that no event has had', async () => {
    const ahead = await listen({ clientId: 'ahead' }, '', '0fffffffffffffff'); // the first to listen: nobody else holds the place
    const other = await listen({ clientId: 'other' });
    const next = await request();
    await hears(ahead, next);
    await hears(other, next);
  });

  it('is told what happens, and nothing beyond the own area, of confidential matters, or of what is hidden from the caller', async () => {
    const [district, community, recused] = [await listen(), await listen({ area: '230903012' }), await listen({ clientId: 'recused' })];
    const here = await request();
    const secret = await request({ confidential: true });
    const hidden = await request({ barredAccountIds: ['recused'] });
    const there = await request({ areaCode: '230903012001' });
    await hears(district, here, hidden, there);
    await hears(recused, there);
    await hears(community, there);
    expect(district.subjects).toEqual([here, hidden, there]);
    expect(recused.subjects).toEqual([here, there]);
    expect(community.subjects).toEqual([there]);
    expect(district.text).not.toContain(secret);
  });

  it('goes on behind the last event that was received, without a gap', async () => {
    const line = await listen({ clientId: 'resuming' });
    const first = await request();
    await hears(line, first);
    const last = line.lastId;
    line.close();
    const missed = [await request(), await request(), await request()];
    const again = await listen({ clientId: 'resuming' }, '', last);
    await hears(again, ...missed);
    const next = await request();
    await hears(again, next);
    expect(again.subjects).toEqual([...missed, next]);
  });

  it('who comes back from far behind is told what he missed, the first to come too, and the next as everybody else', async () => {
    const line = await listen({ clientId: 'far' });
    const first = await request();
    await hears(line, first);
    const last = line.lastId;
    for (const each of open) each.close();
    const missed = [await request()];
    await stack.sql('gateway', 'update feed_head set last_id = last_id + 25000'); // as if much had come that is not for him
    missed.push(await request());
    const again = await listen({ clientId: 'far' }, '', last);
    const beside = await listen({ clientId: 'near' });
    const next = await request();
    await hears(beside, next);
    await hears(again, next);
    expect(again.subjects).toEqual([...missed, next]);
  });

  it('is told whichever of several processes he listens at, also after the one that leads was killed', async () => {
    const other = await stack.startReplica('gateway');
    const line = await listen({ clientId: 'elsewhere' }, '', undefined, other.url);
    const first = await request();
    await hears(line, first);
    await stack.kill('gateway');
    const second = await request();
    await eventually(() => expect(line.subjects).toEqual([first, second]), { timeout: 30_000 });
    await stack.restart('gateway');
    await other.child.stop();
    await eventually(() => expect(line.isOver).toBe(true));
  }, 60_000);

  it('is told by its id alone that a matter has left the area, as what belongs to it moves, and the new area hears of it', async () => {
    const types = '?types=intake.request.registered.v1'; // a list is told whatever it asked for
    const at = (area: string, clientId: string, query = '') => listen({ area, clientId }, query);
    const [old, oldOfTypes] = [await at(COMMUNITY, 'old-area'), await at(COMMUNITY, 'old-area', types)];
    const [now, district] = [await at('230903012', 'new-area'), await at('230903', 'both-areas')];
    const id = await request();
    const order = newId();
    const orderIs = (version: number, type: 'dispatch.work-order.dispatched.v1' | 'dispatch.work-order.recalled.v1', areaCode: string) =>
      stack.publish(type, { id: order, version }, { ...EVENTS[type].example, workOrderId: order, sourceId: id, type: 'request', areaCode });
    await orderIs(1, 'dispatch.work-order.dispatched.v1', COMMUNITY);
    await hears(old, id, order);
    const facts = { ...EVENTS['intake.request.corrected.v1'].example, requestId: id, areaCode: '230903012001' };
    await stack.publish('intake.request.corrected.v1', { id, version: 2 }, facts);
    await eventually(() => expect(old.left).toEqual([{ subject: id, matter: id }]));
    await orderIs(2, 'dispatch.work-order.recalled.v1', '230903012001');
    await eventually(() => expect(old.left).toEqual([id, order].map((subject) => ({ subject, matter: id }))));
    await hears(now, id, order);
    expect(old.text).not.toMatch(/230903012001|corrected|recalled/);
    expect([oldOfTypes.left, now.left, district.left]).toEqual([old.left, [], []]);
    expect(district.subjects).toEqual([id, order, id, order]);
  });

  it('is told the same when its organisation loses the order, but of a matter that is hidden from it by now nothing', async () => {
    const [before, after, told] = [newId(), newId(), newId()];
    const at = { areaCode: '230903' };
    const organisations = { [before]: 'losing-bureau', [after]: 'winning-bureau', [told]: 'complained-bureau' };
    for (const [organisationId, code] of Object.entries(organisations)) {
      const facts = { organisationId, code, name: code, kind: 'department' as const, ...at };
      await stack.publish('dispatch.organisation.registered.v1', { id: organisationId, version: 1 }, facts);
    }
    await eventually(async () => expect(await stack.sql('gateway', 'select 1 from organisation')).toHaveLength(3));
    const of = (org: string) => listen({ roles: ['handler'], org, clientId: org });
    const [losing, winning, complained] = await Promise.all(
      Object.values(organisations).map(of) as [Promise<Line>, Promise<Line>, Promise<Line>],
    );
    const given = async (lead: string, requestId: string, version = 1) => {
      const type = version === 1 ? 'dispatch.work-order.dispatched.v1' : 'dispatch.work-order.reassigned.v1';
      const facts = { workOrderId: requestId.replace('-7', '-4'), sourceId: requestId, type: 'request' as const, leadOrganisationId: lead };
      const data = { ...EVENTS[type].example, ...facts, coOrganisationIds: [], areaCode: COMMUNITY };
      await stack.publish(type, { id: facts.workOrderId, version }, data as EventData<typeof type>);
      return facts.workOrderId;
    };
    const [id, secret] = [await request(), await request()];
    const [order, hidden] = [await given(before, id), await given(told, secret)];
    await hears(losing, order);
    await hears(complained, hidden);
    const bar = { ...EVENTS['intake.request.corrected.v1'].example, requestId: secret, areaCode: COMMUNITY, barredOrganisationIds: [told] };
    await stack.publish('intake.request.corrected.v1', { id: secret, version: 2 }, bar);
    const isHidden = () => stack.sql('gateway', `select 1 from feed_matter where id = $1 and barred_organisation_ids <> '{}'`, [secret]);
    await eventually(async () => expect(await isHidden()).toHaveLength(1)); // the two services' events come in no order
    await given(after, secret, 2);
    await given(after, id, 2);
    await hears(winning, order, hidden);
    await eventually(() => expect(losing.left).toEqual([{ subject: order, matter: id }]));
    expect([winning.left, complained.left, complained.text.includes('reassigned')]).toEqual([[], [], false]);
  });

  it('is heard out no longer than was asked for, nor than the token holds', async () => {
    const asked = await listen({ clientId: 'short' }, '?seconds=1');
    const expiring = await listen({ clientId: 'expiring', expiresIn: 2 });
    await eventually(() => expect([asked.isOver, expiring.isOver]).toEqual([true, true]));
    expect(asked.text + expiring.text).not.toContain('!');
  });

  it('is refused when too many listen with one token, and let in again when one has gone', async () => {
    const lines = await Promise.all([1, 2, 3].map(() => listen({ clientId: 'many' })));
    expect(lines.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await listen({ clientId: 'many' })).status).toBe(429);
    lines[0]?.close();
    await eventually(async () => expect((await listen({ clientId: 'many' }, '?seconds=1')).status).toBe(200));
  });

  it('is refused without the scope, and where nothing could be told', async () => {
    expect((await listen({ scopes: READ })).status).toBe(403);
    expect((await listen({ area: '230904' }, '?areaCode=230903')).status).not.toBe(200);
  });
});

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

import { describe, expect, it } from '@jest/globals';
import { DeliveryLine, type InLine, unknownOf } from './delivery-line.js';
import type { Answer } from './outcome.js';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const delivery = (id: string): InLine => ({ id, aggregateId: id[0] as string, tries: 0, nextAt: new Date(0) });

/** A line, and what its receiver is asked; each call is answered by hand. */
function lineOf(ids: readonly string[], atOnce = 8) {
  const sent: string[] = [];
  const open = new Map<string, (answer: Answer | undefined) => void>();
  const faults: string[] = [];
  const line = new DeliveryLine<InLine>({
    atOnce,
    send: ({ id }) => {
      sent.push(id);
      return new Promise((resolve) => open.set(id, resolve));
    },
    tried: ({ id }, _, { fault, tries }) => faults.push(`${id} ${fault ?? 'arrived'} ${tries}`),
  });
  line.add(ids.map(delivery));
  const answer = async (id: string, status: number, retryAfter?: string) => {
    open.get(id)?.({ status, tookMs: 1, ...(retryAfter && { retryAfter }) });
    await settled();
  };
  return { line, sent, faults, answer, open };
}

describe('what a line does not know yet', () => {
  const later = new Date(5_000);

  it('is all that waits, but for what is in it and what is done and not saved', () => {
    const done = new Map([
      ['a2', { state: 'delivered' as const, tries: 1, nextAt: later }],
      ['a3', { state: 'dropped' as const, tries: 0, nextAt: later }],
    ]);
    const found = unknownOf(['a1', 'a2', 'a3', 'a4'].map(delivery), ['a1'], done);
    expect(found.map(({ id }) => id)).toEqual(['a4']);
  });

  it('has in its place what a line before tried in vain, so that what follows it stays behind it', () => {
    const tried = new Map([['a1', { state: 'waiting' as const, tries: 2, nextAt: later }]]);
    const found = unknownOf(['a1', 'a2'].map(delivery), [], tried);
    expect(found.map(({ id, tries, nextAt }) => [id, tries, nextAt.getTime()])).toEqual([
      ['a1', 2, 5_000],
      ['a2', 0, 0],
    ]);
  });
});

describe('the line of a webhook', () => {
  it('sends what is of one aggregate in order, and what is of several at once', async () => {
    const { line, sent, answer } = lineOf(['a1', 'a2', 'b1', 'a3', 'b2']);
    line.pump();
    expect(sent).toEqual(['a1', 'b1']);
    await answer('b1', 204);
    expect(sent).toEqual(['a1', 'b1', 'b2']);
    await answer('a1', 200);
    await answer('a2', 200);
    expect(sent).toEqual(['a1', 'b1', 'b2', 'a2', 'a3']);
  });

  it('holds back what follows one that did not arrive, and sends the others', async () => {
    const { line, sent, answer } = lineOf(['a1', 'a2', 'b1']);
    line.pump();
    await answer('a1', 500);
    await answer('b1', 200);
    line.pump(Date.now());
    expect(sent).toEqual(['a1', 'b1']);
    line.pump(Date.now() + 5_000);
    expect(sent).toEqual(['a1', 'b1', 'a1']);
    await answer('a1', 200);
    expect(sent.at(-1)).toBe('a2');
  });

  it('has no more under way than it may, and one when the receiver does not take them', async () => {
    const { line, sent, answer } = lineOf(['a1', 'b1', 'c1', 'd1', 'e1', 'f1'], 3);
    line.pump();
    expect(sent).toHaveLength(3);
    for (const id of ['a1', 'b1', 'c1']) await answer(id, 500);
    expect([sent.length, line.active]).toEqual([3, 0]); // away: nothing before the wait is over
    line.pump(Date.now() + 60_000);
    expect([sent.length, line.active]).toEqual([4, 1]);
  });

  it('waits as long as a receiver asks that is busy', async () => {
    const { line, sent, answer } = lineOf(['a1', 'b1'], 1);
    line.pump();
    await answer('a1', 429, '300');
    line.pump(Date.now() + 299_000);
    expect(sent).toEqual(['a1']);
    line.pump(Date.now() + 301_000);
    expect(sent).toHaveLength(2);
  });

  it('drops what is not to be sent any more, and goes on', async () => {
    const { line, sent, faults, open } = lineOf(['a1', 'a2']);
    line.pump();
    open.get('a1')?.(undefined);
    await settled();
    expect([sent, faults]).toEqual([['a1', 'a2'], ['a1 arrived 0']]);
  });

  it('sends nothing more once it is stopped, and tells nothing of what is under way', async () => {
    const { line, sent, faults, answer } = lineOf(['a1', 'a2']);
    line.pump();
    line.stop();
    await answer('a1', 200);
    expect([sent, faults]).toEqual([['a1'], []]);
  });
});

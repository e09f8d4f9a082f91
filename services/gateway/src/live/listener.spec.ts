import { describe, expect, it } from '@jest/globals';
import type { EventDto } from '../feed/feed.dto.js';
import type { FeedScope } from '../feed/feed-scope.js';
import { frameOf, Listener, leftFrameOf } from './listener.js';

const event = {
  id: 'e1',
  place: '000000000000000a',
  type: 'dispatch.work-order.accepted.v1',
  data: { text: 'x'.repeat(1_000) },
} as unknown as EventDto;
const listener = (untilMs = Number.POSITIVE_INFINITY) => new Listener({} as FeedScope, 0, untilMs);
const read = ({ stream }: Listener): string => String(stream.read() ?? '');

describe('a listener', () => {
  it('is told events with their places as ids, and when to come back', () => {
    const one = listener();
    expect(one.tell(frameOf(event))).toBe(true);
    expect(read(one)).toBe(`retry: 2000\n\nid: ${event.place}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  });

  it('is told of what has left by ids alone', () => {
    expect(leftFrameOf({ id: 10, aggregateId: 'order', matterId: 'request' })).toBe(
      'id: 000000000000000a\nevent: left\ndata: {"subject":"order","matter":"request"}\n\n',
    );
  });

  it('who does not read is cut off, and told nothing more', () => {
    const one = listener();
    let told = 0;
    while (one.tell(frameOf(event)) && told < 10_000) told += 1;
    expect(told).toBeGreaterThan(200);
    expect(told).toBeLessThan(400);
    expect(one.tell(frameOf(event))).toBe(false);
  });

  it('is shown the place that was reached while nothing is told, and ends when its time is over', async () => {
    const one = listener(1_000);
    read(one);
    one.beat('000000000000000b');
    one.endIfOver(999);
    expect(read(one)).toBe('id: 000000000000000b\n\n');
    const ended = new Promise((resolve) => one.stream.once('end', resolve));
    one.endIfOver(1_000);
    read(one);
    await ended;
    expect(one.isOver).toBe(true);
  });
});

import { expect, it } from '@jest/globals';
import { REPLAYS, withOneMore } from './webhook.js';

const now = new Date('2026-11-28T04:00:00Z');
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

it('What is asked for again and again is sent so often in a span and no more, and again when the first of them is past', () => {
  const bound = { most: 2, spanMs: 24 * 3_600_000 };
  expect(withOneMore([ago(30), ago(23)], bound, now)).toEqual([ago(23), now]);
  expect(() => withOneMore([ago(30), ago(23), ago(1)], bound, now)).toThrow(
    expect.objectContaining({ code: 'gateway.webhook.too_often', params: { limit: 2, hours: 24, retryAfterSeconds: 3600 } }),
  );
  expect(withOneMore([ago(24), ago(1)], bound, now)).toEqual([ago(1), now]);
  expect(() =>
    withOneMore(
      Array.from({ length: 10 }, () => now),
      REPLAYS,
      now,
    ),
  ).toThrow();
});

import type { ServerResponse } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@zero-distance/kernel';
import type { FastifyReply } from 'fastify';
import { DailyLimiter, GuessLimiter, RateLimiter } from './rate-limiter.js';

describe('the rate limiter', () => {
  const headers: Record<string, string> = {};
  const reply = { header: (name: string, value: string) => (headers[name] = value) } as unknown as FastifyReply;

  it('refuses calls beyond the quota, says when to retry, and starts over with the next minute', () => {
    let now = 0;
    const limiter = new RateLimiter(2, () => now);
    limiter.count('a', reply);
    expect(headers).toEqual({ 'ratelimit-policy': '"minute";q=2;w=60', ratelimit: '"minute";r=1;t=60' });
    limiter.count('a', reply);
    now = 45_000;
    try {
      limiter.count('a', reply);
      throw new Error('not refused');
    } catch (error) {
      expect((error as DomainError).code).toBe('platform.rate_limited');
      expect((error as DomainError).headers).toEqual({ 'retry-after': '15' });
    }
    limiter.count('b', reply);
    now = 60_000;
    limiter.count('a', reply);
    expect(headers.ratelimit).toBe('"minute";r=1;t=60');
  });

  it('removes expired windows a few at a time, so that no caller waits for all of them', () => {
    let now = 0;
    const limiter = new RateLimiter(2, () => now);
    for (let i = 0; i < 100; i++) limiter.count(`early ${i}`, reply);
    now = 30_000;
    for (let i = 0; i < 10; i++) limiter.count(`late ${i}`, reply);
    now = 60_000;
    limiter.count('early 99', reply);
    expect(limiter.size).toBe(108); // one started over, two gone
    for (let i = 0; i < 60; i++) limiter.count(`new ${i}`, reply);
    expect(limiter.size).toBe(10 + 1 + 60);
  });
});

/** A request and its answer, as far as the limit looks at them. */
function underWay() {
  let over: () => void = () => undefined;
  const response = { statusCode: 200 } as ServerResponse;
  const whenOver = (done: () => void) => {
    over = done;
  };
  const end = (status: number) => {
    response.statusCode = status;
    over();
  };
  return { response, whenOver, end };
}
const answered = (status: number) => ({ response: { statusCode: status } as ServerResponse, whenOver: (done: () => void) => done() });

describe('the limit of a day', () => {
  it('What strangers send is bounded by address and day: an IPv6 /64 is one address, and the next day begins anew', () => {
    let now = 0;
    const limiter = new DailyLimiter(2, () => now);
    limiter.countAddress('2001:db8::1', answered(200));
    limiter.countAddress('2001:db8::2', answered(200));
    now = 82_800_000;
    expect(() => limiter.countAddress('2001:db8::3', answered(429))).toThrow(
      expect.objectContaining({ code: 'platform.rate_limited', headers: { 'retry-after': '3600' } }),
    );
    limiter.countAddress('192.0.2.1', answered(200));
    now = 86_400_000;
    limiter.countAddress('2001:db8::3', answered(200));
  });

  it('What was refused counts for nothing of the day, so that who guesses takes it from nobody; while it is under way it counts', () => {
    const limiter = new DailyLimiter(2, () => 0);
    for (let i = 0; i < 100; i++) limiter.countAddress('192.0.2.1', answered(404));
    const [first, second] = [underWay(), underWay()];
    limiter.countAddress('192.0.2.1', first);
    limiter.countAddress('192.0.2.1', second);
    expect(() => limiter.countAddress('192.0.2.1', answered(429))).toThrow();
    second.end(404);
    limiter.countAddress('192.0.2.1', answered(200));
    expect(() => limiter.countAddress('192.0.2.1', answered(429))).toThrow();
  });
});

describe('the limit of guesses', () => {
  it('bounds how often an address is wrong in a day, whatever it guesses at; who is right, or writes something else, takes nothing from it', () => {
    let now = 0;
    const limiter = new GuessLimiter(2, () => now);
    for (const status of [200, 422, 200, 503]) limiter.countAddress('192.0.2.1', answered(status));
    limiter.countAddress('192.0.2.1', answered(404));
    limiter.countAddress('192.0.2.1', answered(429));
    expect(() => limiter.countAddress('192.0.2.1', answered(429))).toThrow(expect.objectContaining({ code: 'platform.rate_limited' }));
    limiter.countAddress('192.0.2.2', answered(404));
    now = 86_400_000;
    limiter.countAddress('192.0.2.1', answered(404));
  });

  it('counts what is under way as wrong, so that many at once are no more than one after another', () => {
    const limiter = new GuessLimiter(2, () => 0);
    const [first, second] = [underWay(), underWay()];
    limiter.countAddress('192.0.2.1', first);
    limiter.countAddress('192.0.2.1', second);
    expect(() => limiter.countAddress('192.0.2.1', underWay())).toThrow();
    second.end(200);
    first.end(200);
  });
});

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DeliveryBuffer } from './delivery-buffer.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** What `take` gives, once it gives something. */
function taking(deliveries: DeliveryBuffer<string>, most = 10): { taken?: string[] } {
  const result: { taken?: string[] } = {};
  void deliveries.take(most).then((taken) => (result.taken = taken));
  return result;
}
const settle = () => jest.advanceTimersByTimeAsync(0);

describe('the delivery buffer', () => {
  it('A message with an effect is taken at once, with all messages before it and in order', async () => {
    const deliveries = new DeliveryBuffer<string>();
    const result = taking(deliveries);
    deliveries.push('a', false);
    await settle();
    expect(result.taken).toBeUndefined();
    deliveries.push('b');
    await settle();
    expect(result.taken).toEqual(['a', 'b']);
  });

  it('Messages without effect linger for a fifth of a second, counted from the first', async () => {
    const deliveries = new DeliveryBuffer<string>();
    const result = taking(deliveries);
    deliveries.push('a', false);
    await jest.advanceTimersByTimeAsync(150);
    deliveries.push('b', false);
    await jest.advanceTimersByTimeAsync(49);
    expect(result.taken).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(result.taken).toEqual(['a', 'b']);
  });

  it('A whole batch of messages without effect is taken at once, and the rest right after', async () => {
    const deliveries = new DeliveryBuffer<string>();
    for (const message of ['a', 'b', 'c']) deliveries.push(message, false);
    expect(await deliveries.take(2)).toEqual(['a', 'b']);
    expect(await deliveries.take(2)).toEqual(['c']);
  });

  it('Messages that are pushed first come ahead of all others', async () => {
    const deliveries = new DeliveryBuffer<string>();
    deliveries.push('c');
    deliveries.pushFirst(['a', 'b']);
    expect(await deliveries.take(10)).toEqual(['a', 'b', 'c']);
  });

  it('A flush ends the wait for messages, also when there are none', async () => {
    const deliveries = new DeliveryBuffer<string>();
    const result = taking(deliveries);
    deliveries.flush();
    await settle();
    expect(result.taken).toEqual([]);
  });
});

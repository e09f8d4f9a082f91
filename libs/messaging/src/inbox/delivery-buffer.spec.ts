import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DeliveryBuffer } from './delivery-buffer.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** What `take` gives, once it gives something. */
function taking(arrivals: DeliveryBuffer<string>, most = 10): { taken?: string[] } {
  const result: { taken?: string[] } = {};
  void arrivals.take(most).then((taken) => (result.taken = taken));
  return result;
}
const settle = () => jest.advanceTimersByTimeAsync(0);

describe('what was delivered', () => {
  it('is taken at once when it has an effect, with all that came before it, in order', async () => {
    const arrivals = new DeliveryBuffer<string>();
    const result = taking(arrivals);
    arrivals.push('a', false);
    await settle();
    expect(result.taken).toBeUndefined();
    arrivals.push('b');
    await settle();
    expect(result.taken).toEqual(['a', 'b']);
  });

  it('waits a little for company when it has none, counted from the first', async () => {
    const arrivals = new DeliveryBuffer<string>();
    const result = taking(arrivals);
    arrivals.push('a', false);
    await jest.advanceTimersByTimeAsync(150);
    arrivals.push('b', false);
    await jest.advanceTimersByTimeAsync(49);
    expect(result.taken).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(result.taken).toEqual(['a', 'b']);
  });

  it('is taken at once when there is a whole batch of it, and the rest right after', async () => {
    const arrivals = new DeliveryBuffer<string>();
    for (const message of ['a', 'b', 'c']) arrivals.push(message, false);
    expect(await arrivals.take(2)).toEqual(['a', 'b']);
    expect(await arrivals.take(2)).toEqual(['c']);
  });

  it('comes behind what is let in first', async () => {
    const arrivals = new DeliveryBuffer<string>();
    arrivals.push('c');
    arrivals.pushFirst(['a', 'b']);
    expect(await arrivals.take(10)).toEqual(['a', 'b', 'c']);
  });

  it('does not wait for itself when somebody wants to stop', async () => {
    const arrivals = new DeliveryBuffer<string>();
    const result = taking(arrivals);
    arrivals.hurry();
    await settle();
    expect(result.taken).toEqual([]);
  });
});

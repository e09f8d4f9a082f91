import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fuzz, holds, type Product, report, startProduct } from '@zero-distance/bench/fuzz';

// The short version of `npm run fuzz`. A fixed seed: a run that fails can be repeated, and other seeds are for the long one.
const SEED = 9;
const REQUESTS = 500;

describe('hostile requests to every operation', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  }, 120_000);
  afterAll(() => product?.stack.stop());

  it('get answers that the documents allow, no 5xx, nothing of the inside, and leave nothing under way', async () => {
    const result = await fuzz(product, { requests: REQUESTS, seed: SEED, only: [] });
    expect(holds(result) ? 'It held.' : report(result).join('\n')).toBe('It held.');
    expect(result.operations).toBeGreaterThan(100);
  }, 120_000);
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { killings, type Outcome, overload, type Product, type ProductOptions, startProduct } from '@zero-distance/bench/chaos';

// The short version of `npm run chaos`: the same programs, fewer kills.

let product: Product | undefined;
afterEach(async () => {
  await product?.stack.stop();
  product = undefined;
});

async function judged(options: ProductOptions, play: (product: Product) => Promise<Outcome>): Promise<void> {
  product = await startProduct(options);
  const { findings } = await play(product);
  expect(findings.length).toBeGreaterThan(5);
  expect(findings.filter(({ holds }) => !holds)).toEqual([]);
}

describe('while requests live through the whole loop', () => {
  it('loses nothing and counts everything once, with two of every service, each owned by one, when processes and Postgres are killed', async () => {
    const options = { kills: 6, seed: 165, lanes: 6, measured: 0, postgres: true, waitShare: 0 };
    await judged({ postgres: 'private', replicas: 2 }, (broken) => killings(broken, options, () => undefined));
  }, 180_000);

  it('takes in or turns away cleanly what comes in a burst, and handles all that it took in', async () => {
    await judged({}, (broken) => overload(broken, { times: 10, seconds: 4, sustainedSeconds: 2, callers: 500 }));
  }, 120_000);
});

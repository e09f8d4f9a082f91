import { afterEach, describe, expect, it } from '@jest/globals';
import { killings, type Outcome, outages, overload, type Product, type ProductOptions, startProduct } from '@zero-distance/bench/chaos';

// The short version of `npm run chaos`: the same programs, fewer kills and shorter outages.

let product: Product | undefined;
afterEach(async () => {
  await product?.stack.stop();
  product = undefined;
});

async function judged(options: ProductOptions, play: (product: Product) => Promise<Outcome>): Promise<void> {
  product = await startProduct(options);
  const { findings } = await play(product);
  expect(findings.length).toBeGreaterThan(8);
  expect(findings.filter(({ holds }) => !holds)).toEqual([]);
}

const quiet = () => undefined;

describe('while requests live through the whole loop', () => {
  it('loses nothing and counts everything once, with two of every service, each owned by one, when each of the six, NATS and Postgres are killed', async () => {
    const options = { kills: 8, seed: 165, lanes: 6, measured: 0, waitShare: 0 };
    await judged({ postgres: 'private', replicas: 2, logLevel: 'debug' }, (broken) => killings(broken, options, quiet));
  }, 180_000);

  it('catches up when Postgres takes no connections for a while, when NATS is away, and when a stream was full', async () => {
    const options = { lanes: 6, betweenMs: 1_500, postgresMs: 3_000, natsMs: 4_000, fullMs: 2_000 };
    await judged({}, (broken) => outages(broken, options, quiet));
  }, 120_000);

  it('takes in or turns away cleanly what comes in a burst, and handles all that it took in', async () => {
    await judged({}, (broken) => overload(broken, { times: 10, seconds: 6, sustainedSeconds: 2, connections: 500 }));
  }, 120_000);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { killings, type Outcome, outages, overload, type Product, startProduct } from '@zero-distance/bench/chaos';

// The short version of `npm run chaos`: the same programs on one product, fewer kills and shorter outages. The client's log
// goes on from one to the next, and each verdict is on all of it.

const quiet = () => undefined;

function expectToHold({ findings }: Outcome): void {
  expect(findings.length).toBeGreaterThan(8);
  expect(findings.filter(({ holds }) => !holds)).toEqual([]);
}

describe('while requests live through the whole loop, the product', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ postgres: 'private', logLevel: 'debug' });
  }, 60_000);
  afterAll(() => product?.stop());

  it('loses nothing and counts everything once when each of the six, NATS and Postgres are killed', async () => {
    expectToHold(await killings(product, { kills: 8, seed: 165, lanes: 4, measured: 0, waitShare: 0 }, quiet));
  }, 120_000);

  it('catches up when Postgres takes no connections for a while, when NATS is away, and when a stream was full', async () => {
    const options = { lanes: 4, betweenMs: 1_000, postgresMs: 2_000, natsMs: 3_000, fullMs: 1_000 };
    expectToHold(await outages(product, options, quiet));
  }, 120_000);

  it('takes in or turns away cleanly what comes in a burst, and handles all that it took in', async () => {
    expectToHold(await overload(product, { times: 10, seconds: 5, sustainedSeconds: 2, connections: 1_000 }));
  }, 120_000);
});

import { clearDesk } from './fill.js';
import { type Call, closedLoop, type Measured, Target } from './load.js';
import type { Product } from './product.js';
import { aRequest } from './request.js';

/** In the order they are measured: creating last, because of what it leaves to the other services to do. */
export const CALLS = ['get', 'listOpen', 'listClosed', 'figures', 'create'] as const;

/** (e) What each kind of call comes to with so many requests stored. */
export type Stored = Readonly<Record<(typeof CALLS)[number], Measured>>;

const CONNECTIONS = 16;

/** One product and what is asked of it. */
interface Asked {
  readonly product: Product;
  readonly targets: Readonly<Record<'intake' | 'evaluation', Target>>;
  readonly calls: Readonly<Record<keyof Stored, () => Call>>;
}

/**
 * Every kind of call against each of the products, one right after the other: what is compared lies seconds apart, and the machine's
 * speed has little time to drift between them.
 */
export async function measureStored(products: readonly Product[], seconds: number): Promise<Stored[]> {
  const asked = await Promise.all(products.map(ask));
  const measured = asked.map(() => ({}) as Record<keyof Stored, Measured>);
  for (const call of CALLS) {
    for (const [i, { product, targets, calls }] of asked.entries()) {
      const target = call === 'figures' ? targets.evaluation : targets.intake;
      (measured[i] as Record<keyof Stored, Measured>)[call] = await closedLoop(target, CONNECTIONS, seconds, calls[call]);
      if (call === 'create') await clearDesk(product); // or the next would share the machine with what this one left to do
    }
  }
  for (const { targets } of asked) await Promise.all([targets.intake.close(), targets.evaluation.close()]);
  return measured;
}

async function ask(product: Product): Promise<Asked> {
  const { clerk: token, caller } = product.tokens;
  const sample = await sampleIds(product);
  const any = () => sample[Math.floor(Math.random() * sample.length)] as { id: string; area_code: string };
  const path = '/api/intake/v1/requests';
  const list = (areaCode: string, state: string): Call => ({
    method: 'GET',
    path: `${path}?areaCode=${areaCode}&state=${state}&limit=20`,
    token,
  });
  const figures = `/api/evaluation/v1/figures?period=${new Date().getFullYear()}`;
  return {
    product,
    targets: {
      intake: new Target(product.url('intake'), CONNECTIONS),
      evaluation: new Target(product.url('evaluation'), CONNECTIONS),
    },
    calls: {
      get: () => ({ method: 'GET', path: `${path}/${any().id}`, token }),
      listOpen: () => list(any().area_code.slice(0, 9), 'dispatched'),
      listClosed: () => list(any().area_code, 'closed'),
      figures: () => ({ method: 'GET', path: `${figures}&areaCode=${any().area_code}`, token: caller }),
      create: () => ({ method: 'POST', path, token, body: aRequest() }),
    },
  };
}

const sampleIds = (product: Product): Promise<{ id: string; area_code: string }[]> =>
  product.sql('intake', 'select id, area_code from request order by md5(id::text) limit 2000');

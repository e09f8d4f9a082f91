import { clearDesk } from './fill.js';
import { closedLoop, type Measured, Target } from './load.js';
import type { Product } from './product.js';
import { aRequest } from './request.js';

/** (e) What each kind of call comes to with so many requests stored. */
export type Stored = Readonly<Record<'create' | 'get' | 'listOpen' | 'listClosed' | 'figures', Measured>>;

const CONNECTIONS = 16;

export async function measureStored(product: Product, seconds: number): Promise<Stored> {
  const intake = new Target(product.url('intake'), CONNECTIONS);
  const evaluation = new Target(product.url('evaluation'), CONNECTIONS);
  const { clerk: token } = product.tokens;
  const sample = await sampleIds(product);
  const any = () => sample[Math.floor(Math.random() * sample.length)] as { id: string; area_code: string };
  const path = '/api/intake/v1/requests';
  const year = new Date().getFullYear();
  const measured = {
    get: await closedLoop(intake, CONNECTIONS, seconds, () => ({ method: 'GET', path: `${path}/${any().id}`, token })),
    listOpen: await closedLoop(intake, CONNECTIONS, seconds, () => ({
      method: 'GET',
      path: `${path}?areaCode=${any().area_code.slice(0, 9)}&state=dispatched&limit=20`,
      token,
    })),
    listClosed: await closedLoop(intake, CONNECTIONS, seconds, () => ({
      method: 'GET',
      path: `${path}?areaCode=${any().area_code}&state=closed&limit=20`,
      token,
    })),
    figures: await closedLoop(evaluation, CONNECTIONS, seconds, () => ({
      method: 'GET',
      path: `/api/evaluation/v1/public/figures?areaCode=${any().area_code}&period=${year}`,
    })),
    // Last, because of what it leaves to the other services to do.
    create: await closedLoop(intake, CONNECTIONS, seconds, () => ({ method: 'POST', path, token, body: aRequest() })),
  };
  await Promise.all([intake.close(), evaluation.close()]);
  await clearDesk(product);
  return measured;
}

const sampleIds = (product: Product): Promise<{ id: string; area_code: string }[]> =>
  product.sql('intake', 'select id, area_code from request order by md5(id::text) limit 2000');

import { Pool } from 'undici';
import { cpuSeconds } from './cpu.js';
import type { Product } from './product.js';
import { aRequest } from './request.js';

/** What one kind of bad body costs intake to refuse. */
export interface Refusal {
  readonly what: string;
  readonly status: number;
  readonly cpuMs: number;
}

const MIB = 1_048_576;
const TIMES = 40;

const filled = (item: string): string => item.repeat(Math.floor((MIB - 400) / Buffer.byteLength(item)));
const asTitle = (raw: string): string => JSON.stringify({ ...aRequest(), title: '' }).replace('"title":""', `"title":"${raw}"`);
const numbered = (count: number, value: string): string => `{${Array.from({ length: count }, (_, i) => `"k${i}":${value}`).join()}}`;

/** The worst JSON we could think of, 1 MiB of each or as much as is read at all. */
const BODIES: Readonly<Record<string, string>> = {
  '95,000 keys': numbered(95_000, '0'),
  'lists 500,000 deep': '['.repeat(MIB / 2 - 1) + ']'.repeat(MIB / 2 - 1),
  'objects 170,000 deep': `${'{"a":'.repeat(170_000)}0${'}'.repeat(170_000)}`,
  'a list of 520,000 numbers': `[${filled('0,')}0]`,
  'a text of escapes': asTitle(filled('\\u0041')),
  'a text of quotes': asTitle(filled('\\"')),
  'a text of halves of characters': asTitle(filled('\\ud83d')),
  'a text of emoji': asTitle(filled('😀')),
  'a text of combining characters': asTitle(filled('e\u0301\u0323')),
  'a text of full-width digits': asTitle(filled('１')),
  'as many unknown fields as are read, 2 kB each': numbered(480, `"${'x'.repeat(2_000)}"`),
  'as many values as are read': `[${Array(4).fill(numbered(490, '{}')).join()}]`,
  'lists of objects where texts belong': JSON.stringify({
    ...aRequest(),
    title: Array(499).fill({ a: 0 }),
    coOrganisations: Array(499).fill([]),
  }),
  'a bracket lacking at the end': asTitle(filled('x')).slice(0, -1),
  'poison at the end': asTitle(filled('x')).replace(/}$/, ',"__proto__":{}}'),
};

/** (f) Processor time that intake needs to refuse each of the worst bodies, sent one after the other with a good token. */
export async function measureRefusals({ runDirectory, url, tokens }: Product): Promise<Refusal[]> {
  const pool = new Pool(url('intake'), { connections: 1 });
  const refusals: Refusal[] = [];
  const send = async (body: string): Promise<number> => {
    const headers = { authorization: `Bearer ${tokens.clerk}`, 'content-type': 'application/json' };
    const answer = await pool.request({ method: 'POST', path: '/api/intake/v1/requests', headers, body });
    await answer.body.dump();
    return answer.statusCode;
  };
  for (const [what, body] of Object.entries(BODIES)) {
    for (let i = 0; i < TIMES / 4; i++) await send(body); // compiled by then
    const before = cpuSeconds(runDirectory).intake ?? 0;
    let status = 0;
    for (let i = 0; i < TIMES; i++) status = await send(body);
    refusals.push({ what, status, cpuMs: (((cpuSeconds(runDirectory).intake ?? 0) - before) / TIMES) * 1000 });
  }
  await pool.close();
  return refusals;
}

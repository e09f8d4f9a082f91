import type { Operation, Parameter } from './documents.js';
import { among, happens, type Random } from './draw.js';
import type { Harvest } from './harvest.js';
import { hostileBody, hostileText, hostileValue } from './hostile.js';

/** One request to send. */
export interface FuzzRequest {
  readonly operation: Operation;
  readonly method: string;
  /** With its query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** Access tokens by what is good or bad about them; '' sends none. */
export type Tokens = readonly (readonly [name: string, token: string])[];

/** How often a request is good but for one or two places; the others are spoilt in many. */
const MOSTLY_GOOD = 0.6;

/** A request to the operation, drawn from the row of numbers: good in most places, hostile in some. */
export function makeRequest(operation: Operation, random: Random, harvest: Harvest, tokens: Tokens): FuzzRequest {
  const spoilt = happens(random, MOSTLY_GOOD) ? 0.08 : 0.4;
  const target = targetOf(operation, random, harvest, spoilt);
  const headers: Record<string, string> = { ...headersOf(operation, random, harvest, spoilt) };
  const [, token] = happens(random, 0.85) ? (tokens[0] ?? ['', '']) : among(random, tokens);
  if (token !== '') headers.authorization = token;
  const sent = bodyOf(operation, random, harvest, spoilt);
  if (sent?.contentType) headers['content-type'] = sent.contentType;
  const method = happens(random, 0.02) ? among(random, ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'POST', 'GET']) : operation.method;
  return { operation, method, target, headers, ...(sent && { body: sent.body }) };
}

function targetOf({ path, parameters }: Operation, random: Random, harvest: Harvest, spoilt: number): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    // Never empty: that would be another path.
    const value = (happens(random, spoilt) && hostileText(random).slice(0, 3_000)) || goodValue(name, parameters, random, harvest);
    return happens(random, 0.02) ? value.replaceAll(/[ \r\n\0/?#]|[^\x20-\x7e]/g, '') || '-' : encode(value);
  });
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && happens(random, parameter.required ? 0.95 : 0.25))
    .flatMap((parameter) => {
      const value = happens(random, spoilt) ? hostileText(random).slice(0, 5_000) : goodValue(parameter.name, parameters, random, harvest);
      const pair = `${parameter.name}=${encode(value)}`;
      return happens(random, 0.03) ? [pair, pair] : [pair];
    });
  if (happens(random, spoilt / 4))
    query.push(`${among(random, ['limit', 'cursor', 'x', '__proto__', 'a[b]', 'q'])}=${encode(hostileText(random).slice(0, 500))}`);
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}

/** The first and the last moment and day that a document allows: what is made of them has to be in bounds as well. */
const EDGES: Readonly<Record<string, readonly string[]>> = {
  'date-time': ['1900-01-01T00:00:00Z', '2099-12-31T23:59:59Z'],
  date: ['1900-01-01', '2099-12-31'],
};

/** A read with each of its query parameters alone, by its example, by each of its choices, and by the edges of times: what chance would leave out. */
export function requestsByParameter(operation: Operation, random: Random, harvest: Harvest, tokens: Tokens): FuzzRequest[] {
  if (operation.method !== 'GET') return [];
  const { path, parameters } = operation;
  const good = (name: string) => encode(goodValue(name, parameters, random, harvest));
  const target = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => good(name));
  const asked = parameters.filter((parameter) => parameter.in === 'query');
  const needed = asked.filter(({ required }) => required).map(({ name }) => `${name}=${good(name)}`);
  return asked.flatMap(({ name, example, schema }) =>
    [...(schema?.enum ?? [example ?? schema?.example]), ...(EDGES[schema?.format ?? ''] ?? [])]
      .filter((value) => value !== undefined)
      .map((value) => ({
        operation,
        method: 'GET',
        target: `${target}?${[...needed.filter((pair) => !pair.startsWith(`${name}=`)), `${name}=${encode(String(value))}`].join('&')}`,
        headers: { authorization: tokens[0]?.[1] ?? '' },
      })),
  );
}

/** Percent-encoding of any text; half of a surrogate pair has none, so it goes as U+FFFD. */
const encode = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));

function goodValue(name: string, parameters: readonly Parameter[], random: Random, harvest: Harvest): string {
  const parameter = parameters.find((each) => each.name === name);
  const choices = parameter?.schema?.enum;
  if (choices) return String(among(random, choices));
  const seen = harvest.draw(random, ...(name === 'cursor' ? ['next'] : [name, ...(name.endsWith('Id') ? ['id'] : [])]));
  return seen ?? String(parameter?.example ?? parameter?.schema?.example ?? among(random, ['1', '230903', '2026', '2026-11']));
}

function headersOf(operation: Operation, random: Random, harvest: Harvest, spoilt: number): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { name, in: place } of operation.parameters) {
    if (place !== 'header' || happens(random, 0.3)) continue;
    const good = name === 'If-Match' ? harvest.draw(random, 'etag') : undefined;
    headers[name] = happens(random, spoilt) ? headerText(random) : (good ?? `"${Math.floor(random() * 1e9)}"`);
  }
  if (happens(random, 0.05)) headers['accept-language'] = among(random, ['en', 'zh-CN', '*', 'xx;q=9', headerText(random)]);
  if (happens(random, 0.05)) headers.accept = among(random, ['*/*', 'text/csv', 'application/xml', 'application/json;q=0']);
  if (happens(random, 0.03)) headers['if-none-match'] = among(random, ['*', 'W/"1"', '"1", "2"', headerText(random)]);
  if (happens(random, 0.02)) headers['x-request-id'] = headerText(random);
  if (happens(random, 0.01)) headers['x-long'] = 'x'.repeat(20_000);
  return headers;
}

const headerText = (random: Random): string =>
  hostileText(random)
    .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '')
    .slice(0, 2_000);

function bodyOf(operation: Operation, random: Random, harvest: Harvest, spoilt: number): { body: Buffer; contentType: string } | undefined {
  const wanted = operation.body;
  if (!wanted) return happens(random, spoilt / 4) ? hostileBody(random, '{"a":1}') : undefined;
  const example = wanted.examples.length > 0 ? among(random, wanted.examples) : {};
  if (wanted.contentType !== 'application/json')
    return { body: Buffer.from(formOf(example, random, spoilt)), contentType: wanted.contentType };
  if (happens(random, spoilt / 3)) return hostileBody(random, JSON.stringify(example));
  return { body: Buffer.from(JSON.stringify(spoil(example, random, harvest, spoilt))), contentType: 'application/json' };
}

const formOf = (example: unknown, random: Random, spoilt: number): string =>
  new URLSearchParams(
    Object.entries(example as Record<string, string>).map(([name, value]): [string, string] => [
      name,
      happens(random, spoilt) ? hostileText(random) : value,
    ]),
  ).toString();

/** The example with some members taken away, replaced or added. */
function spoil(value: unknown, random: Random, harvest: Harvest, spoilt: number, name = ''): unknown {
  if (happens(random, spoilt)) return hostileValue(random);
  if (Array.isArray(value)) return value.map((item) => spoil(item, random, harvest, spoilt, name));
  if (typeof value !== 'object' || value === null) return (typeof value === 'string' && knownOf(name, random, harvest)) || value;
  const members = Object.entries(value)
    .filter(() => !happens(random, spoilt / 2))
    .map(([key, member]) => [key, spoil(member, random, harvest, spoilt, key)] as const);
  if (happens(random, spoilt / 3)) members.push([among(random, ['x', '__proto__', 'id', '', 'version', 'state']), hostileValue(random)]);
  return Object.fromEntries(members);
}

/** Ids and codes seen before stand in for those of the example now and then: the example's may not be there. */
function knownOf(name: string, random: Random, harvest: Harvest): string | undefined {
  if (!/(id|code)$/i.test(name) || happens(random, 0.5)) return undefined;
  return harvest.draw(random, name, ...(name.endsWith('Id') ? ['id'] : []));
}

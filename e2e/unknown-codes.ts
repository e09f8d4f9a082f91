import type { ExampleCall, OpenApi } from './examples.js';

/** A call in which one code is of no row. */
interface UnknownCode {
  readonly register: string;
  /** As a refusal names it: `/items/0/categoryCode`, or the parameter. */
  readonly place: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Right in form, and registered by nobody. */
const NOBODYS: Readonly<Record<string, string>> = { area: '440305', category: '990099', organisation: 'nobody-at-all' };
const EXTENSION = 'x-register';
const RETIRED = 'x-retired';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly type?: string;
  readonly [EXTENSION]?: string;
  readonly [RETIRED]?: string;
}
type Json = Record<string, unknown> | unknown[];

/** The call once for each code that its operation takes, by what the document says of it. */
export function unknownCodes(documents: readonly OpenApi[], { template, method, path, body }: ExampleCall): UnknownCode[] {
  const operation = documents.find(({ paths }) => paths[template]?.[method])?.paths[template]?.[method];
  const inQuery = (operation?.parameters ?? []).flatMap(({ name, in: place, [EXTENSION]: extension }) => {
    const register = place === 'query' ? extension : undefined;
    return register ? [{ register, place: name, path: withParameter(path, name, NOBODYS[register] ?? '') }] : [];
  });
  const inBody = placesInBody(documents, { template, method }).map(({ register, place }) => ({
    register,
    place: `/${place.join('/')}`,
    path,
    body: withMember(body as Json, place, NOBODYS[register]),
  }));
  return [...inQuery, ...inBody];
}

interface NamedArea {
  readonly place: string;
  readonly body: unknown;
  /** The document says that areas that are no more are taken. */
  readonly isTaken: boolean;
}

/** The bodies of a call with another area, once for each place where its operation takes one. */
export function withArea(documents: readonly OpenApi[], { template, method, body }: ExampleCall, area: string): NamedArea[] {
  return placesInBody(documents, { template, method })
    .filter(({ register }) => register === 'area')
    .map(({ place, isTaken }) => ({ place: `/${place.join('/')}`, body: withMember(body as Json, place, area), isTaken }));
}

function placesInBody(documents: readonly OpenApi[], { template, method }: Pick<ExampleCall, 'template' | 'method'>): Place[] {
  const document = documents.find(({ paths }) => paths[template]?.[method]);
  const [content] = Object.values(document?.paths[template]?.[method]?.requestBody?.content ?? {});
  return placesIn(content?.schema as Schema | undefined, (document?.components?.schemas ?? {}) as Record<string, Schema>);
}

function withParameter(path: string, name: string, value: string): string {
  const [address, query] = path.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set(name, value);
  return `${address}?${parameters}`;
}

interface Place {
  readonly register: string;
  readonly isTaken: boolean;
  readonly place: readonly (string | number)[];
}

function placesIn(schema: Schema | undefined, schemas: Readonly<Record<string, Schema>>): Place[] {
  if (!schema) return [];
  const named = placesIn(schemas[schema.$ref?.split('/').at(-1) ?? ''], schemas);
  const parts = (schema.allOf ?? []).flatMap((part) => placesIn(part, schemas));
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const register = member[EXTENSION];
    if (register) return [{ register, isTaken: member[RETIRED] === 'taken', place: member.type === 'array' ? [name, 0] : [name] }];
    return placesIn(member, schemas).map((found) => ({ ...found, place: [name, ...found.place] }));
  });
  const items = placesIn(schema.items, schemas).map((found) => ({ ...found, place: [0, ...found.place] }));
  return [...named, ...parts, ...members, ...items];
}

/** The body with another value at a place; lists on the way there are of one item. */
function withMember(body: Json, place: readonly (string | number)[], value: unknown): Json {
  const copy = structuredClone(body);
  let at = copy as Record<string | number, unknown>;
  for (const [i, name] of place.slice(0, -1).entries()) {
    at[name] ??= typeof place[i + 1] === 'number' ? [] : {};
    at = at[name] as Record<string | number, unknown>;
  }
  at[place.at(-1) ?? ''] = value;
  return copy;
}

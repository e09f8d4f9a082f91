import type { OpenApi } from './examples.js';

interface Member {
  readonly type?: string | readonly string[];
  readonly properties?: object;
  readonly additionalProperties?: unknown;
}

/**
 * Members that the document calls objects and says nothing more of: a decorator without a type makes one of every `string | null`.
 * `Schema.member` of each.
 */
export function untypedMembers(document: OpenApi): string[] {
  return Object.entries(document.components?.schemas ?? {}).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties as Record<string, Member>)
      .filter(
        ([, { type = [], ...member }]) =>
          [type].flat().includes('object') && !member.properties && member.additionalProperties === undefined,
      )
      .map(([member]) => `${name}.${member}`),
  );
}

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Record<string, Schema>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly 'x-personal-data'?: string;
}

/** Goes through the members of the schemas, and of all that they refer to: `owner` is the schema's name, '' for one without. */
function eachMember(
  document: OpenApi,
  roots: readonly Schema[],
  visit: (owner: string, member: string, value: Schema, schema: Schema) => void,
): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const seen = new Set<string>();
  const look = (schema: Schema | undefined, owner: string): void => {
    if (!schema) return;
    const referred = schema.$ref?.split('/').at(-1);
    if (referred !== undefined && !seen.has(referred)) {
      seen.add(referred);
      look(schemas[referred], referred);
    }
    for (const part of [schema.allOf, schema.oneOf, schema.anyOf].flatMap((parts) => parts ?? [])) look(part, owner);
    look(schema.items, owner);
    for (const [member, value] of Object.entries(schema.properties ?? {})) {
      visit(owner, member, value, schema);
      look(value, owner);
    }
  };
  for (const root of roots) look(root, '');
}

const operationsOf = ({ paths }: OpenApi) => Object.values(paths).flatMap((methods) => Object.values(methods));

/**
 * Texts in bodies of which nobody said whether they may hold personal data (`@PublicText`, `@InternalText`). `Schema.member` of each, sorted.
 */
export function undecidedTexts(document: OpenApi): string[] {
  const bodies = operationsOf(document).flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}));
  const undecided = new Set<string>();
  eachMember(
    document,
    bodies.map(({ schema }) => schema),
    (owner, member, value) => {
      if ((isFreeText(value) || isFreeText(value.items ?? {})) && !value['x-personal-data']) undecided.add(`${owner}.${member}`);
    },
  );
  return [...undecided].sort();
}

const isFreeText = ({ type, enum: values, format, pattern }: Schema): boolean => type === 'string' && !values && !format && !pattern;

/**
 * Texts, numbers and lists that are sent and have no limit in the document, although the service has one: who fills in a form learns it only
 * from the refusal. `Schema.member` of each, or `METHOD path parameter`, sorted.
 */
export function unlimitedInputs(document: OpenApi): string[] {
  const found = new Set<string>();
  const bodies = operationsOf(document).flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}));
  eachMember(
    document,
    bodies.map(({ schema }) => schema),
    (owner, member, value) => {
      if (isUnlimited(value)) found.add(`${owner}.${member}`);
    },
  );
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { parameters = [] }] of Object.entries(methods))
      for (const { name, in: place, schema = {} } of parameters)
        if (place !== 'header' && isUnlimited(schema as Schema)) found.add(`${method.toUpperCase()} ${path} ${name}`);
  return [...found].sort();
}

function isUnlimited({ type, maxItems, items = {}, enum: values, format, maxLength, minimum, maximum }: Schema): boolean {
  if (type === 'array') return maxItems === undefined || isUnlimited(items);
  if (type === 'string') return !values && !format && maxLength === undefined;
  return (type === 'number' || type === 'integer') && (minimum === undefined || maximum === undefined);
}

/** Examples of refusals with a `{placeholder}` where an answer has a value. `METHOD path code` of each. */
export function unfilledExamples(document: OpenApi): string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.values(responses)
        .flatMap(({ content = {} }) => Object.entries(content['application/problem+json']?.examples ?? {}))
        .filter(([, { value }]) => /\{\w+\}/.test(JSON.stringify(value)))
        .map(([code]) => `${method.toUpperCase()} ${path} ${code}`),
    ),
  );
}

/** Answers that name no header: the house sets some on every one. `METHOD path status` of each. */
export function answersWithoutHeaders(document: OpenApi): string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.entries(responses)
        .filter(([, { headers }]) => Object.keys(headers ?? {}).length === 0)
        .map(([status]) => `${method.toUpperCase()} ${path} ${status}`),
    ),
  );
}

/** What operations answer when they succeed. */
const answersOf = (document: OpenApi): Schema[] =>
  operationsOf(document)
    .flatMap(({ responses }) => Object.entries(responses))
    .filter(([status]) => status < '300')
    .flatMap(([, { content }]) => Object.values(content ?? {}))
    .map(({ schema }) => schema);

/** Members that an answer may leave out: what is absent is `null`, so that a program finds every member it reads. `Schema.member` of each. */
export function membersLeftOut(document: OpenApi): string[] {
  const found = new Set<string>();
  eachMember(document, answersOf(document), (owner, member, _value, { required = [] }) => {
    if (!required.includes(member) && member !== INPUT_WARNINGS) found.add(`${owner}.${member}`);
  });
  return [...found].sort();
}

/** As `GET /code-tables` answers it. */
export interface CodeTable {
  readonly items: readonly { readonly code: string }[];
}

/**
 * Members of answers whose words no code table names: a screen or a file would show the bare code. `Schema.member` of each. Actions are
 * what a program may call, and no data.
 */
export function wordsWithoutNames(document: OpenApi, tables: readonly CodeTable[]): string[] {
  const named = new Set(tables.map(({ items }) => keyOf(items.map(({ code }) => code))));
  const found = new Set<string>();
  eachMember(document, answersOf(document), (owner, member, value) => {
    const words = value.enum ?? value.items?.enum ?? [];
    if (words.length > 1 && !/^actions?$/.test(member) && !named.has(keyOf(words))) found.add(`${owner}.${member}`);
  });
  return [...found].sort();
}

const keyOf = (words: readonly unknown[]): string =>
  words
    .filter((word) => word !== null)
    .sort()
    .join();

/** Stands beside what was asked for, in answers to bodies that show personal data only. */
const INPUT_WARNINGS = 'inputWarnings';

/** Tags that are not `中文 / English`. */
export const oddTags = (document: OpenApi): string[] => [
  ...new Set(
    operationsOf(document)
      .flatMap(({ tags = [] }) => tags)
      .filter((tag) => !/^\p{Script=Han}+ \/ [A-Z][A-Za-z ]+$/u.test(tag)),
  ),
];

const RESPONSE = /(?:Dto|Page|Problem|AndWarnings)$/;

/** Schemas that a body or an answer names, and not as `…Input` what is sent, `…Dto` or `…Page` what is answered. What is both is a `…Dto`. */
export function oddNames(document: OpenApi): string[] {
  const namesIn = (contents: readonly object[]): string[] => {
    const names = new Set<string>();
    const schemas = contents.flatMap((content) => Object.values(content) as { schema: Schema }[]).map(({ schema }) => schema);
    eachMember(document, schemas, (owner) => owner && names.add(owner));
    return [...names];
  };
  const operations = operationsOf(document);
  const answered = namesIn(operations.flatMap(({ responses }) => Object.values(responses).map(({ content }) => content ?? {})));
  const sent = namesIn(operations.map(({ requestBody }) => requestBody?.content ?? {}));
  const odd = (name: string) => (answered.includes(name) ? !RESPONSE.test(name) : !name.endsWith('Input'));
  return [...new Set([...answered, ...sent])].filter(odd).sort();
}

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { sample } from 'openapi-sampler';

/** What a document says of one operation, as far as calling it and judging its answers need. */
export interface Operation {
  readonly service: string;
  readonly method: string;
  /** `/api/intake/v1/requests/{id}`. */
  readonly path: string;
  readonly isSecured: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly contentType: string; readonly examples: readonly unknown[] };
  readonly responses: ReadonlyMap<number, Response>;
  /** Whether the same document has an operation of this method for a path as it is called. */
  isDocumented(method: string, path: string): boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema?: { readonly enum?: readonly unknown[]; readonly example?: unknown; readonly format?: string };
}

/** One answer that the document allows: a check for each content type, none for an empty answer. */
export interface Response {
  readonly checks: ReadonlyMap<string, ValidateFunction>;
  readonly headers: readonly string[];
  /** Of each code the answer may carry, whether it says when to try again. */
  readonly codes: ReadonlyMap<string, { readonly isPassing: boolean }>;
}

interface RawOperation {
  readonly parameters?: readonly Parameter[];
  readonly security?: readonly object[];
  readonly requestBody?: { readonly content: Readonly<Record<string, RawContent>> };
  readonly responses: Readonly<Record<string, { content?: Record<string, RawContent>; headers?: Record<string, unknown> }>>;
}

interface RawContent {
  readonly schema?: object;
  readonly examples?: Readonly<Record<string, { readonly value: unknown; readonly 'x-retry-after'?: number }>>;
}

interface RawDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, object>> };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of a service's OpenAPI document, as the gateway serves it. */
export async function readOperations(url: string, service: string): Promise<Operation[]> {
  const answer = await fetch(`${url}/api/${service}/openapi.json`);
  if (!answer.ok) throw new Error(`the document of ${service} cannot be had: ${answer.status}`);
  return operationsOf((await answer.json()) as RawDocument, service);
}

/** The operations of a document. */
export function operationsOf(document: RawDocument, service: string): Operation[] {
  const compile = compiler(document);
  const isDocumented = routesOf(document);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, raw]) => ({
        service,
        method: method.toUpperCase(),
        path,
        isSecured: (raw.security ?? []).length > 0,
        parameters: raw.parameters ?? [],
        ...bodyOf(raw, document),
        responses: responsesOf(raw, compile),
        isDocumented,
      })),
  );
}

/** `/things/{id}` is any path with one more part; of several templates that fit a path any may serve it. */
function routesOf({ paths }: RawDocument): Operation['isDocumented'] {
  const routes = Object.entries(paths).map(([template, item]) => ({
    pattern: new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}/?$`),
    methods: Object.keys(item).map((method) => method.toUpperCase()),
  }));
  return (method, path) => routes.some(({ pattern, methods }) => methods.includes(method) && pattern.test(path));
}

/** The examples that the document gives, and the one that its schema's members make together. */
function bodyOf({ requestBody }: RawOperation, document: RawDocument): Pick<Operation, 'body'> {
  const [entry] = Object.entries(requestBody?.content ?? {});
  if (!entry) return {};
  const [contentType, { schema = {}, examples }] = entry;
  const values = Object.values(examples ?? {}).map(({ value }) => value);
  return { body: { contentType, examples: [...values, sample(schema, {}, document)] } };
}

function responsesOf({ responses }: RawOperation, compile: (schema: object) => ValidateFunction): Map<number, Response> {
  return new Map(
    Object.entries(responses).map(([status, { content = {}, headers = {} }]) => [
      Number(status),
      {
        checks: new Map(Object.entries(content).map(([type, { schema = {} }]) => [type, compile(schema)])),
        headers: Object.keys(headers).map((name) => name.toLowerCase()),
        codes: new Map(
          Object.entries(content['application/problem+json']?.examples ?? {}).map(([code, example]) => [
            code,
            { isPassing: 'x-retry-after' in example },
          ]),
        ),
      },
    ]),
  );
}

/** Schemas of a document, checked as closed: a member that the document does not name is one it does not allow. */
function compiler({ components }: RawDocument): (schema: object) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'document', components: { schemas: closed(components?.schemas ?? {}) } });
  return (schema) => ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/')));
}

/** A schema that others are made of (`allOf`) stays open: what they add is no stranger to it. */
function closed(schemas: Readonly<Record<string, object>>): Record<string, object> {
  const parts = new Set(JSON.stringify(schemas).match(/(?<="allOf":\[\{"\$ref":"#\/components\/schemas\/)[^"]+/g));
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      ('properties' in schema || 'allOf' in schema) && !('additionalProperties' in schema) && !parts.has(name) && !OPEN.has(name)
        ? { ...schema, unevaluatedProperties: false }
        : schema,
    ]),
  );
}

/** RFC 9457, 8414 and 7517 let others add members. */
const OPEN = new Set(['Problem', 'OAuthError', 'Discovery', 'Keys']);

import { photo } from '@zero-distance/testing';
import { sample } from 'openapi-sampler';

interface Schema {
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly type?: string;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema?: Schema;
  /** The register that has the codes it takes. */
  readonly 'x-register'?: string;
}
interface Media {
  readonly schema: object;
  readonly examples?: Record<string, { readonly value: unknown }>;
}
interface Operation {
  /** Its row of the access table. */
  readonly 'x-access'?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly responses: Record<string, { readonly headers?: object; readonly content?: Record<string, Media> }>;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Record<string, Media>;
  };
}
export interface OpenApi {
  readonly openapi: string;
  readonly components?: { readonly schemas?: Record<string, { readonly properties?: object }> };
  readonly paths: Record<string, Record<string, Operation>>;
}

/** One call as the console would send it when nothing is changed. */
export interface ExampleCall {
  readonly method: 'get' | 'post' | 'put' | 'patch';
  /** As the document names it, parameters in braces. */
  readonly template: string;
  readonly path: string;
  /** As JSON, or as it is when it is text: an encoded form, or a table. */
  readonly body?: unknown;
  /** What it has to say in headers, the type of a body that is neither JSON nor a form among it. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Ids that no example can know: of path parameters by the path up to the parameter (`/api/intake/v1/requests/{id}`), of members of a body by their name. */
export type KnownValues = ReadonlyMap<string, string>;

/** The lists whose entries a document shows one by one: `/api/intake/v1/requests/{id}` and the like, up to the parameter. */
export const entriesOf = (document: OpenApi): string[] => [
  ...new Set(Object.keys(document.paths).flatMap((template) => /^.*?\{(id|requestNumber)\}/.exec(template)?.[0] ?? [])),
];

/** Every operation of a document with its own example values. A PUT makes what its example names, the others speak of what is `known`. */
export function exampleCalls(document: OpenApi, known: KnownValues): ExampleCall[] {
  return Object.entries(document.paths).flatMap(([template, operations]) =>
    Object.entries(operations)
      .filter(([method]) => ['get', 'post', 'put', 'patch'].includes(method))
      .map(([method, operation]) => ({
        method: method as ExampleCall['method'],
        template,
        path: fill(template, operation.parameters ?? [], method === 'put' ? new Map() : known),
        body: withKnown(bodyOf(operation, document), known),
        ...headersOf(operation),
      })),
  );
}

/** None where there is nothing to say: the client says the rest. */
function headersOf(operation: Operation): Pick<ExampleCall, 'headers'> {
  const [type = ''] = typesOf(operation);
  const needed = (operation.parameters ?? []).filter((parameter) => parameter.in === 'header' && parameter.required);
  const headers = Object.fromEntries(needed.map((parameter) => [parameter.name, String(exampleOf(parameter))]));
  if ([TABLE, PIECE].includes(type)) headers['content-type'] = type;
  return Object.keys(headers).length > 0 ? { headers } : {};
}

function fill(template: string, parameters: readonly Parameter[], known: KnownValues): string {
  const valueFor = (parameter: Parameter) => {
    const upTo = template.slice(0, template.indexOf(`{${parameter.name}}`) + parameter.name.length + 2);
    return encodeURIComponent(known.get(upTo) ?? String(exampleOf(parameter)));
  };
  const path = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((filled, parameter) => filled.replace(`{${parameter.name}}`, valueFor(parameter)), template);
  const query = parameters
    .filter(({ in: place, required, name }) => place === 'query' && (required || name === 'seconds')) // who listens would listen for minutes
    .map((parameter) => `${parameter.name}=${encodeURIComponent(String(exampleOf(parameter)))}`);
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}

function exampleOf({ name, example, schema }: Parameter): unknown {
  const given = example ?? schema?.example ?? schema?.examples?.[0] ?? schema?.enum?.[0];
  if (given !== undefined) return given;
  if (schema?.format === 'uuid' || name === 'id') return crypto.randomUUID();
  throw new Error(`the parameter ${name} has no example`);
}

function bodyOf(operation: Operation, document: OpenApi): unknown {
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (!content) return undefined;
  const [first] = Object.values(content.examples ?? {});
  const body = first ? first.value : sample(content.schema, { skipReadOnly: true }, document);
  if (type === UPLOAD) return photo();
  if (type === PIECE) return 'x';
  return type === FORM ? new URLSearchParams(body as Record<string, string>).toString() : body;
}

/** What is known in the place of an example, and in the form of it. */
function knownAs(example: unknown, value: string | undefined): unknown {
  if (value === undefined) return example;
  return Array.isArray(example) ? [value] : value;
}

/** The body with the ids that are known. */
function withKnown(body: unknown, known: KnownValues): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || body instanceof FormData) return body;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, knownAs(value, known.get(name))]));
}

const typesOf = (operation: Operation): string[] => Object.keys(operation.requestBody?.content ?? {});

const TABLE = 'text/csv';
export const FORM = 'application/x-www-form-urlencoded';
const UPLOAD = 'multipart/form-data';
const PIECE = 'application/offset+octet-stream';

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
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Record<string, { readonly schema: object; readonly examples?: Record<string, { readonly value: unknown }> }>;
  };
}
export interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}

/** One call as the console would send it when nothing is changed. */
export interface ExampleCall {
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly body?: unknown;
}

/** Every operation of a document with its own example values; ids that no example can know are made up. */
export function exampleCalls(document: OpenApi): ExampleCall[] {
  return Object.entries(document.paths).flatMap(([template, operations]) =>
    Object.entries(operations)
      .filter(([method]) => ['get', 'post', 'put'].includes(method))
      .map(([method, operation]) => ({
        method: method as ExampleCall['method'],
        path: fill(template, operation.parameters ?? []),
        body: bodyOf(operation, document),
      })),
  );
}

function fill(template: string, parameters: readonly Parameter[]): string {
  const path = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((filled, parameter) => filled.replace(`{${parameter.name}}`, encodeURIComponent(String(exampleOf(parameter)))), template);
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
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
  const content = operation.requestBody?.content['application/json'];
  if (!content) return undefined;
  const [first] = Object.values(content.examples ?? {});
  return first ? first.value : sample(content.schema, { skipReadOnly: true }, document);
}

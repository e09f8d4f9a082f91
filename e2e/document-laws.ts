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
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly 'x-personal-data'?: string;
}

/**
 * Texts in bodies of which nobody said whether they may hold personal data (`@PublicText`, `@InternalText`). `Schema.member` of each, sorted.
 */
export function undecidedTexts(document: OpenApi): string[] {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const undecided = new Set<string>();
  const seen = new Set<string>();
  const look = (schema: Schema | undefined, name: string): void => {
    if (!schema) return;
    const referred = schema.$ref?.split('/').at(-1);
    if (referred !== undefined && !seen.has(referred)) {
      seen.add(referred);
      look(schemas[referred], referred);
    }
    for (const part of schema.allOf ?? []) look(part, name);
    look(schema.items, name);
    for (const [member, value] of Object.entries(schema.properties ?? {})) {
      if (isFreeText(value) || isFreeText(value.items ?? {})) if (!value['x-personal-data']) undecided.add(`${name}.${member}`);
      look(value, name);
    }
  };
  for (const { requestBody } of Object.values(document.paths).flatMap((methods) => Object.values(methods)))
    for (const { schema } of Object.values(requestBody?.content ?? {})) look(schema as Schema, '');
  return [...undecided].sort();
}

const isFreeText = ({ type, enum: values, format }: Schema): boolean => type === 'string' && !values && !format;

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

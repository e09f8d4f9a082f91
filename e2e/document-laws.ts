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

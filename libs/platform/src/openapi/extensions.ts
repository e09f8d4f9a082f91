import type { OpenAPIObject } from '@nestjs/swagger';

/** What an extension says in a part of a document, and in the schemas that the part refers to. */
export function extensionsIn<T extends string>(part: unknown, extension: string, { components }: OpenAPIObject): ReadonlySet<T> {
  const said = new Set<T>();
  const seen = new Set<string>();
  const look = (piece: unknown): void => {
    if (typeof piece !== 'object' || piece === null) return;
    const { $ref, [extension]: value } = piece as { $ref?: string } & Record<string, unknown>;
    if (typeof value === 'string') said.add(value as T);
    const name = $ref?.split('/').at(-1);
    if (name !== undefined && !seen.has(name)) {
      seen.add(name);
      look(components?.schemas?.[name]);
    }
    for (const member of Object.values(piece)) look(member);
  };
  look(part);
  return said;
}

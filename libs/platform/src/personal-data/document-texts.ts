import type { OpenAPIObject, OperationObject, ResponseObject } from '@nestjs/swagger';
import { INPUT_WARNINGS_SCHEMA } from './input-warnings.js';
import { TEXT_USE, type TextUse } from './text-use.js';

/** What an operation does with personal data in the texts of its body: read from the document, where `@PublicText` and `@InternalText` say it. */
export function textUsesOf({ requestBody }: OperationObject, { components }: OpenAPIObject): ReadonlySet<TextUse> {
  const uses = new Set<TextUse>();
  const seen = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { $ref, [TEXT_USE]: use } = part as { $ref?: string; [TEXT_USE]?: TextUse };
    if (use) uses.add(use);
    const name = $ref?.split('/').at(-1);
    if (name !== undefined && !seen.has(name)) {
      seen.add(name);
      look(components?.schemas?.[name]);
    }
    for (const member of Object.values(part)) look(member);
  };
  look(requestBody);
  return uses;
}

/** The answers of an operation that may warn of what was sent: each as a schema of its own, the answer's with the warnings added. */
export function addInputWarnings({ components }: OpenAPIObject, { responses }: OperationObject): void {
  const schemas = components?.schemas ?? {};
  for (const [status, response] of Object.entries(responses)) {
    const content = (response as ResponseObject).content?.['application/json'];
    const answer = content?.schema && '$ref' in content.schema ? content.schema.$ref : undefined;
    if (!status.startsWith('2') || !content || answer === undefined) continue;
    const name = `${answer.split('/').at(-1)}AndWarnings`;
    schemas[name] = { type: 'object', allOf: [{ $ref: answer }], properties: { inputWarnings: INPUT_WARNINGS_SCHEMA } };
    content.schema = { $ref: `#/components/schemas/${name}` };
  }
}

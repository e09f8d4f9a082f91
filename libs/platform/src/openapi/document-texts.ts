import type { OpenAPIObject, OperationObject, ResponseObject } from '@nestjs/swagger';
import { INPUT_WARNINGS_SCHEMA } from '../personal-data/input-warnings.js';
import { TEXT_USE, type TextUse } from '../personal-data/text-use.js';
import { extensionsIn } from './extensions.js';

/** What an operation does with personal data in the texts of its body: read from the document, where `@PublicText` and `@InternalText` say it. */
export const textUsesOf = ({ requestBody }: OperationObject, document: OpenAPIObject): ReadonlySet<TextUse> =>
  extensionsIn<TextUse>(requestBody, TEXT_USE, document);

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

import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import { defineErrors, type Register, registerError, registerErrors } from '@zero-distance/kernel';
import { REGISTER_EXTENSION, RETIRED_EXTENSION } from '../validation/in-register.js';
import { extensionsIn } from './extensions.js';
import { type DocumentedError, documented } from './operation.js';

/** What an operation answers to codes that no register has, and to areas that are no more: read from the document, where `@InRegister` says which it takes. */
export function referenceErrors(
  { requestBody, parameters, security = [] }: OperationObject,
  document: OpenAPIObject,
  service: string,
): DocumentedError[] {
  const refuse = defineErrors(service, {}, registerErrors(service, security.length === 0));
  const namesArea = extensionsIn<Register>(requestBody, REGISTER_EXTENSION, document).has('area');
  const retired = namesArea && extensionsIn(requestBody, RETIRED_EXTENSION, document).size === 0 ? (['area.retired'] as const) : [];
  const errorsOf = (part: unknown, inBody: boolean) =>
    [...extensionsIn<Register>(part, REGISTER_EXTENSION, document)].map((register) => registerError(register, inBody));
  return [...errorsOf(requestBody, true), ...retired, ...errorsOf(parameters, false)].map((reason) => documented(refuse(reason)));
}

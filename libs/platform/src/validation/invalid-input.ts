import type { DomainError, FieldError } from '@zero-distance/kernel';
import { refuseRequest } from '../errors.js';
import { MOST_TOLD } from './field-errors.js';

/** Tells the first of the bad values; `50+` where there are more. */
export function invalidInput(errors: readonly FieldError[]): DomainError {
  const count = errors.length > MOST_TOLD ? `${MOST_TOLD}+` : errors.length;
  return refuseRequest('invalid_input', { count }, { errors: errors.slice(0, MOST_TOLD) });
}

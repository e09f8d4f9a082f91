import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { FieldError } from '../errors.js';
import { type ConstraintText, constraintText, REQUIRED, toldBefore } from './constraint-texts.js';

/** Where the validated value came from: only a body is addressed by JSON pointers. */
export type InputSource = 'body' | 'query' | 'param' | 'custom';

/** So many bad values are told: whoever reads them mends these first, and an answer grows no further. */
export const MOST_TOLD = 50;

/**
 * class-validator's tree of errors as a flat list, one for each bad value, until one more than can be told. Of a value the first broken rule
 * that makes sense is told, whatever the order of the decorators: what is missing is only that, and what is not the right kind of value is
 * not looked into. `target` must be in the errors, and every broken rule (no `stopAtFirstError`).
 */
export function toFieldErrors(errors: readonly ValidationError[], source: InputSource): FieldError[] {
  const found: FieldError[] = [];
  for (const error of errors) if (found.length <= MOST_TOLD) collect(error, [], source, found);
  return found;
}

function collect(error: ValidationError, above: readonly string[], source: InputSource, found: FieldError[]): void {
  const path = error.property === undefined ? above : [...above, error.property];
  const [name] = Object.keys(error.constraints ?? {}).sort(toldBefore);
  if (name !== undefined) found.push(fieldError(path, source, isMissing(error) ? REQUIRED : textOf(error, name)));
  else if (found.length <= MOST_TOLD) for (const child of error.children ?? []) collect(child, path, source, found);
}

const isMissing = ({ target, property }: ValidationError): boolean =>
  property !== undefined && (target as Record<string, unknown> | undefined)?.[property] === undefined;

/** One bad value at a place. */
export function fieldError(path: readonly string[], source: InputSource, text: ConstraintText): FieldError {
  const name = path.join('.') || '请求体';
  const where = source === 'body' ? { pointer: placeOf(path, source) } : { parameter: placeOf(path, source) };
  return { ...where, code: text.code, zh: `${name} ${text.zh}。`, en: `${path.join('.') || 'The body'} ${text.en}.` };
}

/** A JSON pointer into a body, or the name of a parameter. */
export const placeOf = (path: readonly string[], source: InputSource): string =>
  source === 'body' ? path.map((part) => `/${escapePart(part)}`).join('') : path.join('.');

const escapePart = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * With what the DTO's decorator was given: its arguments (`MaxLength(500)` → [500]) and its own text. class-validator's errors leave out the
 * first, and the second too where a rule has no English message of its own.
 */
function textOf({ target, property }: ValidationError, name: string): ConstraintText {
  const rules = target ? getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false) : [];
  const rule = rules.find((one) => one.propertyName === property && one.name === name);
  return constraintText(name, rule?.constraints ?? [], rule?.context as Partial<ConstraintText> | undefined);
}

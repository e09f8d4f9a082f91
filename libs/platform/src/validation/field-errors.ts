import type { FieldError } from '@zero-distance/kernel';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { type ConstraintText, constraintText, REQUIRED, toldBefore } from './constraint-texts.js';

/** Where the validated value came from: only a body is addressed by JSON pointers. */
export type InputSource = 'body' | 'query' | 'param' | 'custom';

/** The most bad values reported: the caller corrects these first, and the answer stays small. */
export const MOST_TOLD = 50;

/**
 * class-validator's tree of errors as a flat list, one for each bad value, until one more than can be reported. Each value gets the first
 * broken rule that makes sense, in any order of the decorators: a missing value is only missing, and a value of the wrong kind is not
 * looked into. `target` must be in the errors, and every broken rule (no `stopAtFirstError`).
 */
export function toFieldErrors(errors: readonly ValidationError[], source: InputSource): FieldError[] {
  const found: FieldError[] = [];
  for (const error of errors) if (found.length <= MOST_TOLD) collect(error, [], source, found);
  return found;
}

function collect(error: ValidationError, above: readonly string[], source: InputSource, found: FieldError[]): void {
  const path = error.property === undefined ? above : [...above, error.property];
  const names = Object.keys(error.constraints ?? {}).sort(toldBefore);
  const [first] = names;
  if (first === undefined) {
    for (const child of error.children ?? []) if (found.length <= MOST_TOLD) collect(child, path, source, found);
  } else if (isMissing(error)) found.push(fieldError(path, source, REQUIRED));
  else found.push(...(ofItems(error, names, path, source) ?? [fieldError(path, source, textOf(error, first))]));
}

/** Each bad item, with its place, of a list whose items break the first of the rules. Undefined when the list itself is bad. */
function ofItems(error: ValidationError, names: readonly string[], path: readonly string[], source: InputSource): FieldError[] | undefined {
  const [first = ''] = names;
  const list = valueIn(error);
  if (!Array.isArray(list) || !ruleOf(error, first)?.each) return undefined;
  return list.flatMap((item: unknown, index) => {
    const broken = names.find((name) => isBrokenBy(item, error, ruleOf(error, name)));
    return broken === undefined ? [] : [fieldError([...path, String(index)], source, textOf(error, broken))];
  });
}

function isBrokenBy(item: unknown, { target = {}, property }: ValidationError, rule: Rule | undefined): boolean {
  if (!rule?.each) return false;
  const args = { value: item, constraints: rule.constraints, targetName: target.constructor.name, object: target, property };
  return getMetadataStorage()
    .getTargetValidatorConstraints(rule.constraintCls)
    .some(({ instance }) => !instance.validate(item, args));
}

const valueIn = ({ target, property }: ValidationError): unknown => (target as Record<string, unknown> | undefined)?.[property];

const isMissing = (error: ValidationError): boolean => error.property !== undefined && valueIn(error) === undefined;

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

/** class-validator's errors leave out the arguments of a DTO's decorator, and the context of a rule without a text of its own. */
function textOf(error: ValidationError, name: string): ConstraintText {
  const rule = ruleOf(error, name);
  return constraintText(name, rule?.constraints ?? [], rule?.context as Partial<ConstraintText> | undefined);
}

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** The rule of a DTO that is broken. */
function ruleOf({ target, property }: ValidationError, name: string): Rule | undefined {
  if (!target) return undefined;
  const rules = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return rules.find((rule) => rule.propertyName === property && rule.name === name);
}

import { isId } from '@zero-distance/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  ValidateBy,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { Documented } from './documented.js';

const IsPlainObject = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'nested',
      validator: { validate: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value) },
    },
    options,
  );

/**
 * A member that is a DTO of its own. Never class-validator's `@ValidateNested` alone: it takes an empty list for an object in which nothing
 * is wrong.
 */
export function Nested(dto: () => new () => object): PropertyDecorator {
  return together(IsPlainObject(), ValidateNested(), Type(dto));
}

interface Size {
  readonly min?: number;
  readonly max: number;
}

/** An id names the same thing in capital letters. */
const sameId = (item: unknown): unknown => (typeof item === 'string' && isId(item) ? item.toLowerCase() : item);

/** A list, and how many items it may have. The rules of its items stand below it, each with `each: true`. */
export const List = ({ min = 0, max, unique = false }: Size & { readonly unique?: boolean }): PropertyDecorator =>
  together(
    IsArray(),
    min === 1 ? ArrayNotEmpty() : ArrayMinSize(min),
    ArrayMaxSize(max),
    ...(unique ? [ArrayUnique(sameId)] : []),
    Documented({ maxItems: max, ...(min > 0 && { minItems: min }), ...(unique && { uniqueItems: true }) }),
  );

/** A list of DTOs. */
export const NestedList = (dto: () => new () => object, size: Size): PropertyDecorator =>
  together(List(size), IsPlainObject({ each: true }), ValidateNested({ each: true }), Type(dto));

/** Several decorators as one. */
export function together(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}

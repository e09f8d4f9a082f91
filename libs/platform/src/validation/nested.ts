import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateBy, ValidateNested, type ValidationOptions } from 'class-validator';

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

/** A list of DTOs. */
export function NestedList(
  dto: () => new () => object,
  { min = 0, max }: { readonly min?: number; readonly max: number },
): PropertyDecorator {
  return together(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsPlainObject({ each: true }),
    ValidateNested({ each: true }),
    Type(dto),
  );
}

/** Several decorators as one. */
export function together(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}

import { isAreaCode } from '@zero-distance/kernel';
import { ValidateBy } from 'class-validator';

/** A field that holds an area code of any level (kernel `isAreaCode`): right in form, whether or not anybody registered it. */
export const IsAreaCode = (): PropertyDecorator =>
  ValidateBy({ name: 'isAreaCode', validator: { validate: (value: unknown) => typeof value === 'string' && isAreaCode(value) } });

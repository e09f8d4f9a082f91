import { Type } from 'typebox';

// The field types that events are made of. Every event is made of ids, codes, times and counts:
// personal data never travels. The one text is `publicAnswer`, which a reviewer released.

export const id = (description: string) => Type.String({ format: 'uuid', description });
export const time = (description: string) => Type.String({ format: 'date-time', description });
/** A day, `YYYY-MM-DD`. */
export const date = (description: string) => Type.String({ format: 'date', description });
export const code = (description: string) => Type.String({ minLength: 1, maxLength: 64, description });
export const area = (description = 'Area code: 6, 9, 12 or 15 digits') =>
  Type.String({ pattern: '^[0-9]{6}([0-9]{3}){0,3}$', description });
export const flag = (description: string) => Type.Boolean({ description });
export const count = (description: string) => Type.Integer({ minimum: 0, description });
export const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], description });
export const publicText = (description: string) => Type.String({ minLength: 1, maxLength: 2000, description });

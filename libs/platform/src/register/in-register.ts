import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import type { Register } from '@zero-distance/kernel';
import { together } from '../validation/nested.js';

/** The same in the OpenAPI document, on the field. */
export const REGISTER_EXTENSION = 'x-register';

/** A code in a DTO and where it stands. */
export interface Reference {
  readonly register: Register;
  readonly code: string;
  readonly path: readonly string[];
}

const registers = new WeakMap<object, Map<string, Register>>();

/**
 * The field holds the code of a row of a register, or codes; an empty one names none. Of categories it may be the first digits of some. What
 * no register has is refused before the use case sees it (`CodeBook`). Under `@ApiProperty`.
 */
export const InRegister = (register: Register): PropertyDecorator =>
  together(ApiProperty({ [REGISTER_EXTENSION]: register } as ApiPropertyOptions), (target, property) => {
    const own = registers.get(target) ?? new Map<string, Register>();
    registers.set(target, own.set(String(property), register));
  });

/** The codes in a DTO that name a row of a register. */
export function referencesIn(dto: unknown, path: readonly string[] = []): Reference[] {
  if (typeof dto !== 'object' || dto === null) return [];
  return Object.entries(dto).flatMap(([name, member]) => {
    const at = [...path, name];
    const register = registerOf(dto, name);
    return register ? codesOf(member, at).map((found) => ({ register, ...found })) : referencesIn(member, at);
  });
}

function codesOf(value: unknown, path: readonly string[]): Omit<Reference, 'register'>[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => codesOf(item, [...path, String(i)]));
  return typeof value === 'string' && value !== '' ? [{ code: value, path }] : [];
}

/** What is said of a member of a DTO, by its class or one above it. */
function registerOf(dto: object, property: string): Register | undefined {
  for (let type = Object.getPrototypeOf(dto); type !== null; type = Object.getPrototypeOf(type)) {
    const register = registers.get(type)?.get(property);
    if (register) return register;
  }
  return undefined;
}

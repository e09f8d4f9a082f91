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

interface Rule {
  readonly register: Register;
  /** Which of the codes name a row: all, unless the member takes others as well. */
  readonly names: (code: string) => boolean;
}

const registers = new WeakMap<object, Map<string, Rule>>();

/**
 * The field holds the code of a row of a register, or codes; an empty one names none. Of categories it may be the first digits of some. What
 * no register has is refused before the use case sees it (`CodeBook`). Under `@ApiProperty`.
 * @param names which of the codes are of the register, where the member takes others as well
 */
export const InRegister = (register: Register, names: (code: string) => boolean = () => true): PropertyDecorator =>
  together(ApiProperty({ [REGISTER_EXTENSION]: register } as ApiPropertyOptions), (target, property) => {
    const own = registers.get(target) ?? new Map<string, Rule>();
    registers.set(target, own.set(String(property), { register, names }));
  });

/** The codes in a DTO that name a row of a register. */
export function referencesIn(dto: unknown, path: readonly string[] = []): Reference[] {
  if (typeof dto !== 'object' || dto === null) return [];
  return Object.entries(dto).flatMap(([name, member]) => {
    const at = [...path, name];
    const rule = ruleOf(dto, name);
    if (!rule) return referencesIn(member, at);
    const { register, names } = rule;
    return codesOf(member, at)
      .filter(({ code }) => names(code))
      .map((found) => ({ register, ...found }));
  });
}

function codesOf(value: unknown, path: readonly string[]): Omit<Reference, 'register'>[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => codesOf(item, [...path, String(i)]));
  return typeof value === 'string' && value !== '' ? [{ code: value, path }] : [];
}

/** What is said of a member of a DTO, by its class or one above it. */
function ruleOf(dto: object, property: string): Rule | undefined {
  for (let type = Object.getPrototypeOf(dto); type !== null; type = Object.getPrototypeOf(type)) {
    const rule = registers.get(type)?.get(property);
    if (rule) return rule;
  }
  return undefined;
}

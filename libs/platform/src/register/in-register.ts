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
export function referencesIn(dto: unknown): Reference[] {
  const found: Reference[] = [];
  collect(dto, [], found);
  return found;
}

// Every input of every request comes through here: a place is made only where something may be found.
function collect(dto: unknown, path: readonly string[], found: Reference[]): void {
  if (typeof dto !== 'object' || dto === null) return;
  const rules = rulesOf(Object.getPrototypeOf(dto));
  for (const [name, member] of Object.entries(dto)) {
    const rule = rules.get(name);
    if (rule) collectCodes(member, [...path, name], rule, found);
    else if (typeof member === 'object') collect(member, [...path, name], found);
  }
}

function collectCodes(value: unknown, path: readonly string[], { register, names }: Rule, found: Reference[]): void {
  if (Array.isArray(value)) value.forEach((item, i) => void collectCodes(item, [...path, String(i)], { register, names }, found));
  else if (typeof value === 'string' && value !== '' && names(value)) found.push({ register, code: value, path });
}

const merged = new WeakMap<object, ReadonlyMap<string, Rule>>();
const NONE: ReadonlyMap<string, Rule> = new Map();

/** What is said of the members of a DTO, by its class and those above it; the nearest counts. */
function rulesOf(type: object | null): ReadonlyMap<string, Rule> {
  if (type === null) return NONE;
  let rules = merged.get(type);
  if (!rules) {
    rules = new Map([...rulesOf(Object.getPrototypeOf(type)), ...(registers.get(type) ?? NONE)]);
    merged.set(type, rules);
  }
  return rules;
}

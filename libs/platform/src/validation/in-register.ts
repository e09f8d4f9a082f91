import type { Register } from '@zero-distance/kernel';
import { Documented } from './documented.js';
import { MemberMarks } from './member-marks.js';
import { together } from './nested.js';

/** The same in the OpenAPI document, on the field. */
export const REGISTER_EXTENSION = 'x-register';

/** A code in a DTO and its place. */
export interface Reference {
  readonly register: Register;
  readonly code: string;
  readonly path: readonly string[];
  /** An area that is no more is taken here. */
  readonly mayBeRetired?: true;
}

/**
 * What becomes of an area in a body that is no more: it is refused; or it is `kept`, where a row may lie in it since before, and the use case refuses it to
 * what is new there (`assertAreaInUse`); or `taken`, of what is over. Of the other registers each owner says it.
 */
export type RetiredAreas = 'refused' | 'kept' | 'taken';

interface InRegisterOptions {
  /** Selects the codes of the register, where the member takes others as well. */
  readonly names?: (code: string) => boolean;
  readonly retired?: RetiredAreas;
}

/** In the document: of which areas that are no more are taken. */
export const RETIRED_EXTENSION = 'x-retired';

interface Rule {
  readonly register: Register;
  /** Which of the codes name a row: all, unless the member takes others as well. */
  readonly names: (code: string) => boolean;
  readonly retired: RetiredAreas;
}

const registers = new MemberMarks<Rule>();

/**
 * The field holds one or more codes of a register; an empty one names none. For categories, the first digits of some are enough. A code
 * that no register has is refused before the use case sees it (`CodeBook`), and so is an area that is no more. Under `@ApiProperty`.
 */
export const InRegister = (register: Register, { names = () => true, retired = 'refused' }: InRegisterOptions = {}): PropertyDecorator =>
  together(
    Documented({ [REGISTER_EXTENSION]: register, ...(retired === 'taken' && { [RETIRED_EXTENSION]: retired }) }),
    (target, property) => {
      registers.set(target, property, { register, names, retired });
    },
  );

/** A member of an answer that holds one or more codes of a register: a file of such answers has the names beside them. Under `@ApiProperty`. */
export const OfRegister = (register: Register): PropertyDecorator => Documented({ [REGISTER_EXTENSION]: register });

/** The codes in a DTO that name a row of a register. @param isKnown those that need not be told */
export function referencesIn(dto: unknown, isKnown: IsKnown = () => false): Reference[] {
  const found: Reference[] = [];
  collect(dto, [], { found, isKnown });
  return found;
}

type IsKnown = (register: Register, code: string) => boolean;

interface Search {
  readonly found: Reference[];
  readonly isKnown: IsKnown;
}

// Every input of every request comes through here: a place is made only where something may be found.
function collect(dto: unknown, path: readonly string[], search: Search): void {
  if (typeof dto !== 'object' || dto === null) return;
  const rules = registers.of(dto);
  for (const [name, member] of Object.entries(dto)) {
    const rule = rules.get(name);
    if (rule) collectCodes(member, rule, () => [...path, name], search);
    else if (typeof member === 'object') collect(member, [...path, name], search);
  }
}

function collectCodes(value: unknown, rule: Rule, place: () => string[], search: Search): void {
  const { register, names, retired } = rule;
  if (Array.isArray(value)) value.forEach((item, i) => void collectCodes(item, rule, () => [...place(), String(i)], search));
  else if (typeof value === 'string' && value !== '' && names(value) && !search.isKnown(register, value)) {
    search.found.push({ register, code: value, path: place(), ...(retired !== 'refused' && { mayBeRetired: true }) });
  }
}

import type { Service } from '@zero-distance/contracts';
import {
  type DomainError,
  defineErrors,
  type ErrorCatalogue,
  REGISTERS,
  type Register,
  type RegisterError,
  registerError,
  registerErrors,
  SYSTEM,
  VISITOR,
} from '@zero-distance/kernel';
import type { Transactor } from '@zero-distance/persistence';
import { currentRequest } from '../request/request-scope.js';
import { type InputSource, placeOf } from '../validation/field-errors.js';
import { type Reference, referencesIn } from '../validation/in-register.js';
import type { AreasInUse } from './areas-in-use.service.js';

/** Gives those of the asked codes that there are. The tables are a service's own registers, or its read copies of another's. */
const KNOWN: Readonly<Record<Register, string>> = {
  area: 'select code from area where code = any($1::text[])',
  category: 'select asked as code from unnest($1::text[]) as asked where exists (select from category where starts_with(code, asked))',
  organisation: 'select code from organisation where code = any($1::text[])',
};

/** The refusals of codes: of those that no register has, and of areas that are no more. */
export interface Refusals {
  readonly unknown: readonly DomainError[];
  readonly retired: readonly DomainError[];
}

const NONE: Refusals = { unknown: [], retired: [] };

/**
 * Knows which codes there are. A row once registered is never taken away, so a code that was found is remembered, and the database is not
 * asked again; one that was not found is asked for each time, because it may be heard of in the next moment.
 */
export class CodeBook {
  private readonly known: Readonly<Record<Register, Set<string>>> = {
    area: new Set(),
    category: new Set(),
    organisation: new Set(),
  };
  private readonly refuse: Readonly<Record<'staff' | 'public', ErrorCatalogue<RegisterError>>>;

  constructor(
    service: Service,
    private readonly transactor: Transactor,
    private readonly areas: AreasInUse,
  ) {
    this.refuse = {
      staff: defineErrors(service, {}, registerErrors(service)),
      public: defineErrors(service, {}, registerErrors(service, true)),
    };
  }

  /**
   * A refusal for each code of a DTO that cannot be taken, naming code and place: `<service>.<register>.unknown` or `.not_found` of one that no register has,
   * `<service>.area.retired` of an area in a body that is no more.
   */
  async refusalsIn(dto: unknown, source: InputSource): Promise<Refusals> {
    const references = referencesIn(dto, this.isInUse);
    if (references.length === 0) return NONE;
    return { unknown: await this.unknown(references, source), retired: source === 'body' ? this.retired(references) : [] };
  }

  /** Throws the first of them, of codes that no DTO declares. */
  async need(references: readonly Reference[], source: InputSource): Promise<void> {
    const [first] = await this.unknown(references, source);
    if (first) throw first;
  }

  private async unknown(references: readonly Reference[], source: InputSource): Promise<readonly DomainError[]> {
    const unseen = references.filter(({ register, code }) => !this.isKnown(register, code));
    if (unseen.length === 0) return [];
    for (const register of REGISTERS) await this.learn(register, unseen);
    const request = currentRequest(); // none where a row of a file is taken in: staff sent it
    const isPublic = request && (request.actor ?? VISITOR).id === VISITOR.id;
    const refuse = this.refuse[isPublic ? 'public' : 'staff'];
    return unseen
      .filter(({ register, code }) => !this.isKnown(register, code))
      .map(({ register, code, path }) => refuse(registerError(register, source === 'body'), { code }, placeOf(path, source)));
  }

  private retired(references: readonly Reference[]): DomainError[] {
    return references.flatMap(({ register, code, path, mayBeRetired }) => {
      const refusal = register === 'area' && !mayBeRetired ? this.areas.refusalOf(code, placeOf(path, 'body')) : undefined;
      return refusal ? [refusal] : [];
    });
  }

  private readonly isInUse = (register: Register, code: string): boolean =>
    this.isKnown(register, code) && (register !== 'area' || this.areas.successorOf(code) === null);

  private readonly isKnown = (register: Register, code: string): boolean => this.known[register].has(code);

  private async learn(register: Register, references: readonly Reference[]): Promise<void> {
    const codes = [...new Set(references.filter((one) => one.register === register).map(({ code }) => code))];
    if (codes.length === 0) return;
    const found = await this.transactor.read(SYSTEM, (tx) => tx.query<{ code: string }>(KNOWN[register], [codes]));
    for (const { code } of found) this.known[register].add(code);
  }
}

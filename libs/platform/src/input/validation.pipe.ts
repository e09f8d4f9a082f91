import { type ArgumentMetadata, Inject, Injectable, Optional, ValidationPipe } from '@nestjs/common';
import type { FieldError, OfficeContacts } from '@zero-distance/kernel';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { refuseRequest } from '../errors.js';
import { checkTexts, OFFICE_CONTACTS } from '../personal-data/check-texts.js';
import { warnOfInput } from '../personal-data/input-warnings.js';
import { CodeBook, type Refusals } from '../register/code-book.js';
import { currentRequest } from '../request/request-scope.js';
import { checkSearch } from '../search/search-text.js';
import { type ConstraintText, UNKNOWN_FIELD, UNSTORABLE } from '../validation/constraint-texts.js';
import { fieldError, type InputSource, toFieldErrors } from '../validation/field-errors.js';
import { findInheritedNames } from '../validation/inherited-names.js';
import { invalidInput } from '../validation/invalid-input.js';
import { keepRules } from '../validation/kept-rules.js';
import { dropBlankParameters, dropNullMembers } from '../validation/left-out.js';
import { isOrdinary } from '../validation/ordinary.js';
import { findUnstorable } from '../validation/unstorable-text.js';

class InvalidInput extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('invalid input');
  }
}

/** What came in, made ready, and what there is to say of it. */
export interface LookedThrough extends Refusals {
  readonly input: unknown;
  /** Personal data in texts that may hold it. */
  readonly warned: readonly FieldError[];
}

/**
 * What comes in, made ready for the use cases: `null` and blank parameters are left out (but a blank search is refused), then the DTO's rules are asked. Unknown fields are refused, bad ones are
 * told each with its place (422 `platform.invalid_input`); texts are looked through for personal data; last, codes are looked up in the
 * registers that they name a row of, and areas that are no more are refused.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  /** @param codes where there are registers: not in a process that only speaks HTTP */
  constructor(
    @Inject(OFFICE_CONTACTS) private readonly offices: OfficeContacts,
    @Optional() @Inject(CodeBook) private readonly codes?: CodeBook,
  ) {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      transformOptions: { exposeUnsetFields: false }, // what is blank keeps the default of its member
      validationError: { target: true, value: false },
      exceptionFactory: (errors) => new InvalidInput(errors),
    });
    keepRules(getMetadataStorage());
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom') return value; // derived from the request by the platform itself: caller, version
    const { input, warned, unknown, retired } = await this.lookThrough(value, metadata);
    const request = warned.length > 0 ? currentRequest() : undefined;
    if (request) warnOfInput(request, warned);
    const [refusal] = [...unknown, ...retired];
    if (refusal) throw refusal;
    return input;
  }

  /** The same for whoever has no request: every refused code is told, and what there is to warn of. */
  async lookThrough(value: unknown, metadata: ArgumentMetadata): Promise<LookedThrough> {
    const source = metadata.type as InputSource;
    if (!isOrdinary(value)) takeOrdinary(value, metadata.data, source);
    if (source === 'query') {
      const faults = checkSearch(value, metadata.metatype, this.offices);
      if (faults.length > 0) throw invalidInput(faults);
      dropBlankParameters(value);
    }
    try {
      const input: unknown = await super.transform(value, metadata);
      const warned = source === 'body' ? this.lookForPersonalData(input) : [];
      const { unknown = [], retired = [] } = (await this.codes?.refusalsIn(input, source)) ?? {};
      return { input, warned, unknown, retired };
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      throw invalidInput(toFieldErrors(error.errors, source));
    }
  }

  private lookForPersonalData(input: unknown): readonly FieldError[] {
    const { refused, warned, tooMuch } = checkTexts(input, this.offices);
    if (tooMuch) throw invalidInput([tooMuch]);
    if (refused.length > 0) throw refuseRequest('personal_data_in_public_text', { count: refused.length }, { errors: refused });
    return warned;
  }
}

/** Refuses invalid values, and leaves out members that are `null`. @param parameter the name of the one parameter, when it is not all of them */
function takeOrdinary(value: unknown, parameter: string | undefined, source: InputSource): void {
  const top = parameter === undefined ? [] : [parameter];
  assertNone(findUnstorable(value, top), UNSTORABLE, source);
  assertNone(findInheritedNames(value, top), UNKNOWN_FIELD, source);
  dropNullMembers(value);
}

function assertNone(places: readonly (readonly string[])[], text: ConstraintText, source: InputSource): void {
  if (places.length > 0) throw invalidInput(places.map((path) => fieldError(path, source, text)));
}

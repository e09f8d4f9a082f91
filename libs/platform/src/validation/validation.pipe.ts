import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Refusal } from '../errors.js';
import { type InputSource, toFieldErrors } from './field-errors.js';

class InvalidInput extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('invalid input');
  }
}

/** Checks what comes in against its DTO: unknown fields are refused, bad ones are told each with its place (422 `platform.invalid_input`). */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      stopAtFirstError: true,
      validationError: { target: true, value: false },
      exceptionFactory: (errors) => new InvalidInput(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const errors = toFieldErrors(error.errors, metadata.type as InputSource);
      throw new Refusal('invalid_input', { count: errors.length }, { errors });
    }
  }
}

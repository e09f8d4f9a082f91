import { Param, type PipeTransform } from '@nestjs/common';
import { isId } from '@zero-distance/kernel';
import { refuseRequest } from '../errors.js';

/** `@IdParam() id: string`: a path's id, refused before it reaches the database when it is not a UUID. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, new IdPipe(name));

class IdPipe implements PipeTransform<string, string> {
  constructor(private readonly name: string) {}

  transform(value: string): string {
    if (isId(value)) return value.toLowerCase();
    const fault = { parameter: this.name, code: 'not_a_uuid', zh: `${this.name} 必须是 UUID。`, en: `${this.name} must be a UUID.` };
    throw refuseRequest('invalid_input', { count: 1 }, { errors: [fault] });
  }
}

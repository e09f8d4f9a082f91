import { RegisterCopies } from '@zero-distance/platform/migrations';

/** The areas and categories that people may name. */
export class RegisterCopies1764300004000 extends RegisterCopies {
  readonly name = 'RegisterCopies1764300004000';
  protected readonly areas = 'select area_code from mediation_case union select area_code from mediator';
  protected readonly categories = `
    select jsonb_object_keys(value) from policy where name = 'category-case-types'`;
}

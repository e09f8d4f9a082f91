import { RegisterCopies } from '@zero-distance/platform/migrations';

/** The areas and categories that people may name. */
export class RegisterCopies1764300004000 extends RegisterCopies {
  readonly name = 'RegisterCopies1764300004000';
  protected readonly areas = 'select area_code from premises';
  protected readonly categories = `
    select item ->> 'categoryCode' from checklist, jsonb_array_elements(items) as item`;
}

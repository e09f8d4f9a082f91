import { RegisterCopies } from '@zero-distance/platform/migrations';

/** The areas and categories that people may name. */
export class RegisterCopies1764300004000 extends RegisterCopies {
  readonly name = 'RegisterCopies1764300004000';
  protected readonly areas =
    'select area_code from organisation union select area_prefix from responsibility union select area_code from work_order';
  protected readonly categories = `
    select category_prefix from responsibility union select category_code from work_order`;
}

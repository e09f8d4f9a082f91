import { describe, expect, it } from '@jest/globals';
import { REGISTER_ERRORS, registerError } from '@zero-distance/kernel';
import { plainToInstance } from 'class-transformer';
import { IsOptional } from 'class-validator';
import { NestedList } from '../validation/nested.js';
import { Code, IsAreaCode, IsCategoryCode } from '../validation/typed.js';
import { InRegister, referencesIn } from './in-register.js';

const ANY = { pattern: /^[a-z]*$/, zh: '', en: '' };

class ItemDto {
  @IsCategoryCode()
  category: string;
}
class PlaceDto {
  @IsAreaCode()
  area: string;

  @Code(ANY)
  note: string;
}
class MatterDto extends PlaceDto {
  @IsOptional()
  @InRegister('organisation')
  @Code(ANY, { each: true })
  helpers?: string[];

  @NestedList(() => ItemDto, { max: 3 })
  items: ItemDto[];
}

describe('the codes that a DTO names', () => {
  const found = (input: object) => referencesIn(plainToInstance(MatterDto, input));

  it('are found in it, above it, in lists and in what it holds, each with its place', () => {
    expect(found({ area: '230903', note: 'x', helpers: ['a', 'b'], items: [{ category: '010203' }, { category: '010204' }] })).toEqual([
      { register: 'area', code: '230903', path: ['area'] },
      { register: 'organisation', code: 'a', path: ['helpers', '0'] },
      { register: 'organisation', code: 'b', path: ['helpers', '1'] },
      { register: 'category', code: '010203', path: ['items', '0', 'category'] },
      { register: 'category', code: '010204', path: ['items', '1', 'category'] },
    ]);
  });

  it('are not those that are left out or empty', () => {
    expect(found({ area: '', items: [] })).toEqual([]);
    expect([undefined, null, 'text', 7].flatMap((input) => referencesIn(input))).toEqual([]);
  });
});

describe('the refusal of a code that no register has', () => {
  it('is 422 for one in a body and 404 for one that is looked under, and always says when to try again', () => {
    expect([REGISTER_ERRORS[registerError('area', true)].status, REGISTER_ERRORS[registerError('area', false)].status]).toEqual([422, 404]);
    for (const { retryAfterSeconds } of Object.values(REGISTER_ERRORS)) expect(retryAfterSeconds).toBeGreaterThan(0);
  });
});

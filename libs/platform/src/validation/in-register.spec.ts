import { describe, expect, it } from '@jest/globals';
import { REGISTERS, registerError, registerErrors } from '@zero-distance/kernel';
import { plainToInstance } from 'class-transformer';
import { IsOptional } from 'class-validator';
import { InRegister, referencesIn } from './in-register.js';
import { NestedList } from './nested.js';
import { Code, IsAreaCode, IsCategoryCode } from './typed.js';

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

  it('are found in its own and inherited members, in lists and in nested DTOs, each with its place', () => {
    expect(found({ area: '230903', note: 'x', helpers: ['a', 'b'], items: [{ category: '010203' }, { category: '010204' }] })).toEqual([
      { register: 'area', code: '230903', path: ['area'] },
      { register: 'organisation', code: 'a', path: ['helpers', '0'] },
      { register: 'organisation', code: 'b', path: ['helpers', '1'] },
      { register: 'category', code: '010203', path: ['items', '0', 'category'] },
      { register: 'category', code: '010204', path: ['items', '1', 'category'] },
    ]);
  });

  it('say where an area that is no more is taken', () => {
    class KeptDto {
      @IsAreaCode({ retired: 'kept' })
      area: string;
    }
    expect(referencesIn(plainToInstance(KeptDto, { area: '230903' }))).toEqual([
      { register: 'area', code: '230903', path: ['area'], mayBeRetired: true },
    ]);
  });

  it('do not include members that are left out or empty', () => {
    expect(found({ area: '', items: [] })).toEqual([]);
    expect([undefined, null, 'text', 7].flatMap((input) => referencesIn(input))).toEqual([]);
  });
});

describe('the refusal of a code that no register has', () => {
  it('is 422 for a code in a body and 404 for one in an address or a query', () => {
    const { status: inBody } = registerErrors('dispatch')[registerError('area', true)];
    expect([inBody, registerErrors('dispatch')[registerError('area', false)].status]).toEqual([422, 404]);
  });

  it('says when to retry, and where to register the code, only where a new row may not have arrived yet', () => {
    const retried = (service: string, isPublic?: boolean) =>
      REGISTERS.filter((register) => {
        const { retryAfterSeconds, en } = registerErrors(service, isPublic)[`${register}.unknown`];
        expect(en.includes('Retry-After') && en.includes('register it in')).toBe(retryAfterSeconds !== undefined);
        return retryAfterSeconds !== undefined;
      });
    expect(retried('inspection')).toEqual([...REGISTERS]);
    expect(retried('intake')).toEqual(['organisation']);
    expect(retried('dispatch')).toEqual(['area', 'category']);
    expect(retried('inspection', true)).toEqual([]);
    expect(registerErrors('intake', true)['organisation.unknown'].en).not.toContain('register');
  });
});

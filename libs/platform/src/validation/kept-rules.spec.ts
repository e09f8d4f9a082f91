import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage, IsString, MaxLength, validateSync } from 'class-validator';
import { keepRules } from './kept-rules.js';

keepRules(getMetadataStorage());

class Place {
  @IsString()
  street!: unknown;
}

class House extends Place {
  @MaxLength(2)
  number!: string;
}

const broken = (input: object) =>
  validateSync(input).flatMap(({ property, constraints }) => Object.keys(constraints ?? {}).map((rule) => `${property} ${rule}`));
const house = (street: unknown, number: string) => Object.assign(new House(), { street, number });

describe('The kept rules of a class', () => {
  it('are its own and those it inherits, each time', () => {
    for (let time = 0; time < 3; time++) {
      expect(broken(house('x', '12'))).toEqual([]);
      expect(broken(house(1, '123')).toSorted()).toEqual(['number maxLength', 'street isString']);
    }
  });

  it('are looked up once, however often it is validated', () => {
    const rules = () => getMetadataStorage().getTargetValidationMetadatas(House, undefined as never, false, false);
    expect(rules()).toBe(rules());
    expect(getMetadataStorage().groupByPropertyName(rules())).toBe(getMetadataStorage().groupByPropertyName(rules()));
  });

  it('know a rule that is added later, to the class or to one it inherits from', () => {
    const made = house('street', '12');
    expect(broken(made)).toEqual([]);
    MaxLength(1)(House.prototype, 'number');
    MaxLength(3)(Place.prototype, 'street');
    expect(broken(made).toSorted()).toEqual(['number maxLength', 'street maxLength']);
  });

  it('are those of the asked groups, where groups are asked for', () => {
    class Grouped {
      @MaxLength(1, { groups: ['short'] })
      name = 'long';
    }
    expect(broken(new Grouped())).toEqual(['name maxLength']);
    expect(validateSync(new Grouped(), { groups: ['short'] })).toHaveLength(1);
  });
});

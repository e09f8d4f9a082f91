import { describe, expect, it } from '@jest/globals';
import { NO_CONTACTS } from '@zero-distance/kernel';
import { Equals, IsInt, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import type { Refusal } from '../errors.js';
import { Nested, NestedList } from './nested.js';
import { InputPipe } from './validation.pipe.js';

class PersonDto {
  @MaxLength(3)
  @IsString()
  name: string;
}

class ThingDto {
  @IsString()
  @Matches(/^[a-z]*$/)
  @MaxLength(5)
  title: string;

  @IsOptional()
  @Min(1)
  @IsInt()
  count?: number;

  @IsOptional()
  @Equals(true)
  sure?: true;

  @Nested(() => PersonDto)
  owner: PersonDto;

  @IsOptional()
  @NestedList(() => PersonDto, { max: 2 })
  helpers?: PersonDto[];
}

const pipe = new InputPipe(NO_CONTACTS);
const given = (value: unknown): Promise<unknown> => pipe.transform(value, { type: 'body', metatype: ThingDto });
/** The faults told of a body: `pointer code`. */
const faults = async (value: unknown): Promise<string[]> => {
  const refusal = (await given(value).then(
    () => undefined,
    (error) => error,
  )) as Refusal | undefined;
  return (refusal?.extra.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
};

const GOOD = { title: 'lamp', owner: { name: '甲' } };

describe('what comes in', () => {
  it('as null where it may be left out is left out', async () => {
    expect(await given({ ...GOOD, count: null, sure: null, helpers: null })).toEqual(GOOD);
  });

  it('as null where it is asked for is missing', async () => {
    expect(await faults({ title: null, owner: null })).toEqual(['/title required', '/owner required']);
    expect(await faults({ ...GOOD, owner: { name: null } })).toEqual(['/owner/name required']);
  });
});

describe('the rule that is told', () => {
  it('of what is not there is that it is missing, not its length or form', async () => {
    expect(await faults({})).toEqual(['/title required', '/owner required']);
  });

  it('of another kind of value is the kind, in whatever order the decorators stand', async () => {
    expect(await faults({ ...GOOD, title: 7, owner: { name: 8 } })).toEqual(['/title not_text', '/owner/name not_text']);
    expect(await faults({ ...GOOD, count: 'x' })).toEqual(['/count not_integer']);
  });

  it('of a value of the right kind is its size before its form', async () => {
    expect(await faults({ ...GOOD, title: 'ABCDEFG', count: 0 })).toEqual(['/title too_long', '/count too_small']);
    expect(await faults({ ...GOOD, title: 'ABC' })).toEqual(['/title wrong_format']);
  });
});

describe('a member that is a DTO of its own', () => {
  it.each([[[]], [[[]]], ['x'], [7], [true]])('is refused as %j', async (owner) => {
    expect(await faults({ ...GOOD, owner })).toEqual(['/owner not_object']);
  });

  it.each([[[null]], [[[]]], [['x']], [[GOOD.owner, 7]]])('is refused in a list such as %j', async (helpers) => {
    expect(await faults({ ...GOOD, helpers })).toEqual(['/helpers not_object']);
  });

  it('is refused when it should be a list, and a list that is too long or has a bad one', async () => {
    const { owner } = GOOD;
    expect(await faults({ ...GOOD, helpers: owner })).toEqual(['/helpers not_list']);
    expect(await faults({ ...GOOD, helpers: [owner, owner, owner] })).toEqual(['/helpers too_many']);
    expect(await faults({ ...GOOD, helpers: [owner, { name: '甲乙丙丁' }] })).toEqual(['/helpers/1/name too_long']);
  });
});

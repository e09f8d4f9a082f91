import { describe, expect, it } from '@jest/globals';
import { type DomainError, NO_CONTACTS } from '@zero-distance/kernel';
import { Equals, IsOptional, IsUUID, ValidateBy } from 'class-validator';
import { PublicText } from '../personal-data/text-use.js';
import { List, Nested, NestedList } from '../validation/nested.js';
import { Decimal, Whole, WholeText } from '../validation/numbers.js';
import { CalendarDate, Code, Instant, IsAreaCode, Line, Reference, Typed, Words } from '../validation/typed.js';
import { InputPipe } from './validation.pipe.js';

class PersonDto {
  @Line({ max: 3 })
  name: string;
}

class ThingDto {
  @Words({ max: 10 })
  title: string;

  @IsOptional()
  @Code({ pattern: /^[A-Z0-9-]{1,8}$/, letters: 'upper', zh: '须为代码', en: 'must be a code' })
  code?: string;

  @IsOptional()
  @Reference({ max: 8 })
  reference?: string;

  @IsOptional()
  @Line({ max: 3, each: true })
  names?: string[];

  @IsOptional()
  @Instant()
  at?: string;

  @IsOptional()
  @CalendarDate()
  day?: string;

  @IsOptional()
  @IsAreaCode()
  area?: string;

  @IsOptional()
  @Whole({ min: 1, max: 9 })
  count?: number;

  @IsOptional()
  @Decimal({ min: 0, max: 100, decimals: 2, each: true })
  measures?: number[];

  @IsOptional()
  @Equals(true)
  sure?: true;

  @Nested(() => PersonDto)
  owner: PersonDto;

  @IsOptional()
  @NestedList(() => PersonDto, { max: 2 })
  helpers?: PersonDto[];
}

class AskedDto {
  @IsOptional()
  @WholeText({ min: 1, max: 9 })
  limit?: number;
}

class AskedInOrderDto {
  @IsOptional()
  @WholeText({ min: 1, max: 9 })
  size: number = 5;

  @IsOptional()
  @Line({ max: 9 })
  order: string = 'newest';
}

const pipe = new InputPipe(NO_CONTACTS);
const given = (value: unknown): Promise<unknown> => pipe.transform(value, { type: 'body', metatype: ThingDto });
/** The reported faults of a body: `pointer code`. */
const faults = async (value: unknown): Promise<string[]> => {
  const refusal = (await given(value).then(
    () => undefined,
    (error) => error,
  )) as DomainError | undefined;
  return (refusal?.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
};

const ODD = { code: 'odd', zh: '须为偶数', en: 'must be even' };
const isEven = (value: unknown) => Number(value) % 2 === 0;
class PairsDto {
  @Typed({
    form: (typed) => typed,
    most: 4,
    each: true,
    rules: [ValidateBy({ name: 'even', validator: { validate: isEven } }, { each: true, context: ODD })],
  })
  pairs: string[];
}

class OrdersDto {
  @List({ max: 3, unique: true })
  @IsUUID(undefined, { each: true })
  ids: string[];
}

class NoticeDto {
  @PublicText()
  @Words({ max: 50 })
  notice: string;
}

const GOOD = { title: 'lamp', owner: { name: '甲' } };

describe('the input pipe', () => {
  it('reports a service’s own check in the words that come with it', async () => {
    const refused = pipe.transform({ pairs: ['2', '3'] }, { type: 'body', metatype: PairsDto });
    await expect(refused).rejects.toMatchObject({ errors: [{ pointer: '/pairs/1', code: 'odd', zh: 'pairs.1 须为偶数。' }] });
  });

  it('leaves out null for an optional member', async () => {
    expect(await given({ ...GOOD, count: null, sure: null, helpers: null })).toEqual(GOOD);
  });

  it.each([{}, { size: ' ', order: ' ' }, { size: '', order: '\u3000' }, { size: null, order: null }])(
    'takes the default for what is left out, blank or null: %j',
    async (asked) => {
      expect(await pipe.transform(asked, { type: 'query', metatype: AskedInOrderDto })).toEqual({ size: 5, order: 'newest' });
    },
  );

  it('leaves out a blank parameter of a query, whatever its kind', async () => {
    const asked = { sure: '', day: ' ', count: '\t', title: 'lamp', owner: GOOD.owner };
    expect(await pipe.transform(asked, { type: 'query', metatype: ThingDto })).toEqual(GOOD);
  });

  it('reports null for a required member as missing', async () => {
    expect(await faults({ title: null, owner: null })).toEqual(['/title required', '/owner required']);
    expect(await faults({ ...GOOD, owner: { name: null } })).toEqual(['/owner/name required']);
  });
});

describe('the reported rule', () => {
  it('of a missing member is that it is missing, not its length or form', async () => {
    expect(await faults({})).toEqual(['/title required', '/owner required']);
  });

  it('of a value of the wrong kind is its kind, in any order of the decorators', async () => {
    expect(await faults({ ...GOOD, title: 7, owner: { name: 8 } })).toEqual(['/title not_text', '/owner/name not_text']);
    expect(await faults({ ...GOOD, count: 'x' })).toEqual(['/count not_integer']);
  });

  it('of a value of the right kind is its size before its form', async () => {
    expect(await faults({ ...GOOD, title: 'x'.repeat(11), count: 0 })).toEqual(['/title too_long', '/count too_small']);
    expect(await faults({ ...GOOD, code: '代码' })).toEqual(['/code wrong_format']);
  });
});

describe('a member that is a DTO of its own', () => {
  it.each([[[]], [[[]]], ['x'], [7], [true]])('is refused as %j', async (owner) => {
    expect(await faults({ ...GOOD, owner })).toEqual(['/owner not_object']);
  });

  it.each([[[null]], [[[]]], [['x']], [[GOOD.owner, 7]]])('is refused in a list such as %j', async (helpers) => {
    expect(await faults({ ...GOOD, helpers })).toEqual([`/helpers/${helpers.length - 1} not_object`]);
  });

  it('is refused in place of a list, in a list that is too long, and as a bad item of a list', async () => {
    const { owner } = GOOD;
    expect(await faults({ ...GOOD, helpers: owner })).toEqual(['/helpers not_list']);
    expect(await faults({ ...GOOD, helpers: [owner, owner, owner] })).toEqual(['/helpers too_many']);
    expect(await faults({ ...GOOD, helpers: [owner, { name: '甲乙丙丁' }] })).toEqual(['/helpers/1/name too_long']);
  });
});

describe('a list', () => {
  it('of ids that are all to be different holds none twice, in whatever letters', async () => {
    const id = '0190a5c0-7c1e-7000-8000-00000000000a';
    const asked = (ids: string[]) => pipe.transform({ ids }, { type: 'body', metatype: OrdersDto });
    await expect(asked([id, id.toUpperCase()])).rejects.toMatchObject({ errors: [{ code: 'not_unique' }] });
    await expect(asked([id, id.replace('a5c0', 'a5c1')])).resolves.toBeDefined();
  });

  it('is reported item by item, each with the first rule that it breaks', async () => {
    expect(await faults({ ...GOOD, names: ['甲', 7, '甲乙丙丁'] })).toEqual(['/names/1 not_text', '/names/2 too_long']);
    expect(await faults({ ...GOOD, measures: [1, 200, 'x', 0.125] })).toEqual([
      '/measures/1 too_large',
      '/measures/2 not_number',
      '/measures/3 too_precise',
    ]);
  });
});

describe('a member that no DTO has', () => {
  it.each(['colour', 'toString', 'constructor', 'hasOwnProperty', '__proto__'])(
    'is unknown by the name of %s, at every depth',
    async (name) => {
      const more = (members: object): unknown => JSON.parse(`${JSON.stringify(members).slice(0, -1)},"${name}":1}`);
      expect(await faults(more(GOOD))).toEqual([`/${name} unknown_field`]);
      expect(await faults({ ...GOOD, owner: more(GOOD.owner) })).toEqual([`/owner/${name} unknown_field`]);
      expect(await faults({ ...GOOD, helpers: [more(GOOD.owner)] })).toEqual([`/helpers/0/${name} unknown_field`]);
    },
  );
});

describe('a number', () => {
  const measured = async (measure: unknown): Promise<unknown> =>
    ((await given({ ...GOOD, measures: [measure] })) as ThingDto).measures?.[0];

  it.each([1e-7, 5e-324, 0.001, 1.005, 0.1 + 0.2])(
    'with more decimals than are kept (%d) is refused, in whatever way it is written',
    async (measure) => expect(await faults({ ...GOOD, measures: [measure] })).toEqual(['/measures/0 too_precise']),
  );

  it('in its range comes through as it is, and there is one nought', async () => {
    for (const measure of [0, 0.1, 0.29, 1.1, 99.99, 100]) expect(await measured(measure)).toBe(measure);
    expect(await measured(-0)).toBe(0);
    expect(await faults({ ...GOOD, measures: [-1e-7, 1e300, null, '7'] })).toEqual([
      '/measures/0 too_small',
      '/measures/1 too_large',
      '/measures/2 not_number',
      '/measures/3 not_number',
    ]);
  });

  it('of a query is written in plain digits', async () => {
    const asked = (limit: string) => pipe.transform({ limit }, { type: 'query', metatype: AskedDto });
    for (const limit of ['5', '05', '５']) expect(await asked(limit)).toEqual({ limit: 5 });
    expect(await asked('')).toEqual({});
    for (const limit of ['1e1', '0x5', ' 5', '5.0', '+5', '5,', '0b1', 'Infinity', '1 0'])
      await expect(asked(limit)).rejects.toMatchObject({ errors: [{ parameter: 'limit', code: 'not_integer' }] });
    for (const [limit, code] of [
      ['-1', 'too_small'],
      ['99999999999999999999', 'too_large'],
    ] as const)
      await expect(asked(limit)).rejects.toMatchObject({ errors: [{ parameter: 'limit', code }] });
  });
});

describe('a text', () => {
  it.each(['', ' ', '\u3000\u200B', '\u202E\u202C'])('in which nothing can be read (%j) is missing', async (blank) => {
    expect(await faults({ title: blank, owner: { name: blank } })).toEqual(['/title required', '/owner/name required']);
    expect(await given({ ...GOOD, code: blank, reference: blank, at: blank, names: [blank, '甲'] })).toEqual({ ...GOOD, names: ['甲'] });
  });

  it('that is somebody’s words stays as typed, but for what cannot be seen', async () => {
    const words = await given({ title: ' Ｒ－7：\u200B𠮷\n👩‍💻 ', owner: { name: '\u202E张\n三' } });
    expect(words).toEqual({ title: 'Ｒ－7：𠮷\n👩‍💻', owner: { name: '张 三' } });
  });

  it('that is a code or a reference is one in every spelling, and a code in every case', async () => {
    const { code, reference } = (await given({ ...GOOD, code: '\u202Dｈｆ—04 ', reference: 'r－77 ' })) as ThingDto;
    expect([code, reference]).toEqual(['HF-04', 'r-77']);
    expect(await given({ ...GOOD, area: '２３０９０３' })).toEqual({ ...GOOD, area: '230903' });
  });

  it('that is far too long is refused unread, with any content', async () => {
    const marks = '\u0315\u0300'.repeat(250_000);
    expect(await faults({ ...GOOD, title: marks })).toEqual(['/title too_long']);
  });
});

describe('a time', () => {
  it('comes through as the instant it names', async () => {
    expect(await given({ ...GOOD, at: '2026-11-27T08:00:00+08:00', day: '2026-02-28' })).toEqual({
      ...GOOD,
      at: '2026-11-27T00:00:00.000Z',
      day: '2026-02-28',
    });
  });

  it('that does not exist is refused', async () => {
    expect(await faults({ ...GOOD, at: '2026-02-30T00:00:00Z', day: '2026-02-30' })).toEqual(['/at not_time', '/day not_date']);
  });
});

describe('personal data', () => {
  const notice = { notice: '请拨 13800001234' };
  const read = (type: 'body' | 'query') => pipe.transform({ ...notice }, { type, metatype: NoticeDto });

  it('is refused in texts to be kept, and not in search terms, which nobody else reads', async () => {
    await expect(read('body')).rejects.toMatchObject({ code: 'platform.personal_data_in_public_text' });
    await expect(read('query')).resolves.toMatchObject(notice);
  });
});

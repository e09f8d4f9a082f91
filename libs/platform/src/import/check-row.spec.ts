import { describe, expect, it } from '@jest/globals';
import { ApiProperty } from '@nestjs/swagger';
import { defineErrors, NO_CONTACTS, SYSTEM } from '@zero-distance/kernel';
import type { Batch } from '@zero-distance/persistence';
import { Transform } from 'class-transformer';
import { refuseRequest } from '../errors.js';
import { InputPipe } from '../input/validation.pipe.js';
import { InternalText } from '../personal-data/text-use.js';
import { Code, Line } from '../validation/typed.js';
import { checkRow } from './check-row.js';
import { inFile } from './file-texts.js';
import type { ImportedRegister } from './importable.js';
import { rowFaults, unknownCodeFault } from './row-faults.js';

class KeyParams {
  @ApiProperty()
  @Code({ pattern: /^[a-z]+$/, letters: 'lower', zh: '须为字母', en: 'must be letters' })
  code: string;
}
class RowInput {
  @ApiProperty()
  @InternalText()
  @Line({ max: 100 })
  place: string;

  @ApiProperty()
  @Transform(({ value }) => (value === 'odd' ? (null as unknown as string).length : value))
  @Line({ max: 100 })
  name: string;
}

const HEADERS = {
  'key.code': { letter: 'A', header: '代码' },
  'input.place': { letter: 'B', header: '地点' },
  'input.name': { letter: 'C', header: '名称' },
};
const pipe = new InputPipe(NO_CONTACTS);
const register = { key: KeyParams, input: RowInput, list: RowInput, put: async () => ({ version: 1 }) } as unknown as ImportedRegister;
let queued = 0;
const batch = {
  get queued() {
    return queued++;
  },
} as unknown as Batch;
const checked = (input: object, code = 'a') =>
  checkRow(pipe, register, { row: 2, key: code, sent: { key: { code }, input: { ...input } } }, HEADERS);
const takeIn = async (input: object, code = 'a') => {
  const row = await checked(input, code);
  return row.takeIn(batch, SYSTEM, register);
};

describe('a row of a file', () => {
  it('is told each of its faults with its column', async () => {
    expect(await takeIn({ place: '街' }, '1')).toEqual({
      row: 2,
      outcome: 'refused',
      faults: [
        expect.objectContaining({ column: 'A', header: '代码' }),
        expect.objectContaining({ column: 'C', header: '名称', code: 'required' }),
      ],
    });
  });

  it('is taken in with a warning where a text shows personal data that it may hold', async () => {
    expect(await takeIn({ place: '学府街，找 13945678901', name: '名' })).toEqual({
      row: 2,
      outcome: 'created',
      warnings: [expect.objectContaining({ column: 'B', header: '地点', code: 'personal_data' })],
    });
  });

  it('is told in the words of a spreadsheet how a time, a word or a long number is put right', () => {
    const told = (code: string, words?: readonly string[]) => inFile({ code, zh: '接口', en: 'interface' }, 'at', words);
    expect(told('not_time').zh).toBe('at 须为存在的日期或时间，如 2026-10-05 10:00。');
    expect(told('not_allowed', ['老人 elderly', '病人 ill']).zh).toBe('at 必须是以下之一：老人 elderly、病人 ill。');
    expect(told('not_text').zh).toContain('设为文本');
    expect(told('not_allowed').zh).toBe('接口');
    expect(told('too_long')).toEqual({ zh: '接口', en: 'interface' });
  });

  it('of which a rule itself breaks fails when it is taken in, and not when it is checked: other rows do not suffer', async () => {
    const odd = await checked({ place: '街', name: 'odd' });
    await expect(odd.takeIn(batch, SYSTEM, register)).rejects.toBeInstanceOf(TypeError);
    expect(await takeIn({ place: '街', name: '名' })).toMatchObject({ outcome: 'created' });
  });
});

describe('a row that lies in an area that is no more', () => {
  it('is refused in its column, with the area that it went into', async () => {
    const retired = [refuseRequest('area_not_allowed', { area: '230903011002' }, '/place')];
    const knowing = { lookThrough: async () => ({ input: {}, warned: [], unknown: [], retired }) } as unknown as InputPipe;
    const row = await checkRow(knowing, register, { row: 2, key: 'a', sent: { key: { code: 'a' }, input: {} } }, HEADERS);
    const faults = [expect.objectContaining({ column: 'B', header: '地点' }), expect.objectContaining({ column: 'B' })];
    expect(await row.takeIn(batch, SYSTEM, register)).toEqual({ row: 2, outcome: 'refused', faults });
  });
});

describe('a fault of a row', () => {
  const refuse = defineErrors('intake', { code: 'HF-99' }, { unknown: { status: 422, zh: '没有 {code}。', en: 'There is no {code}.' } });
  it('repeats nobody’s number: the report is kept when the file is gone', () => {
    const faultOf = (code: string) => unknownCodeFault(refuse('unknown', { code }, '/place'), HEADERS);
    expect(faultOf('HF-99')).toMatchObject({ column: 'B', unknownCode: 'HF-99' });
    expect(faultOf('13800001234').unknownCode).toBe('***');
    expect(
      JSON.stringify([faultOf('13800001234'), ...rowFaults(refuseRequest('area_not_allowed', { area: '230903195503120017' }), HEADERS)]),
    ).not.toMatch(/\d{11}/);
  });

  it('stands in the column that the row is named in, unless it is said to stand elsewhere', () => {
    expect(rowFaults(refuseRequest('unexpected', { requestId: '1' }), HEADERS)).toMatchObject([{ column: 'A', header: '代码' }]);
    expect(rowFaults(refuseRequest('area_not_allowed', {}, '/place'), HEADERS)).toMatchObject([{ column: 'B', header: '地点' }]);
    expect(rowFaults(refuseRequest('area_not_allowed', {}, '/areaCode'), HEADERS)).toMatchObject([{ column: null, header: 'areaCode' }]);
    expect(rowFaults(refuseRequest('unexpected', { requestId: '1' }), {})).toMatchObject([{ column: null, header: null }]);
  });
});

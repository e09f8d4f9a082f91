import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { defineCodeTable } from '@zero-distance/kernel';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { ZipFile } from 'yazl';
import { toXlsx } from '../export/xlsx.js';
import type { FileForm } from '../http/table-body.js';
import { Code, Instant } from '../validation/typed.js';
import { type SentRow, sentRow } from './cell-values.js';
import type { FileCell, FileRow } from './file-row.js';
import { MOST_COLUMNS } from './import.errors.js';
import type { NewRow } from './import.store.js';
import { importColumns, readHeaders } from './import-columns.js';
import { openImportFile } from './import-file.js';
import type { ImportedRegister } from './importable.js';
import { tableRows } from './table-rows.js';
import { EXAMPLE_MARK } from './template.js';

const KINDS = ['department', 'street'] as const;
defineCodeTable('kind', KINDS, { department: '部门 / department', street: '街道办事处 / street office' });

class KeyParams {
  @ApiProperty({ description: '代码 / its code' })
  @Code({ pattern: /^HF-\d\d$/, letters: 'upper', zh: '如 HF-01', en: 'as HF-01' })
  code: string;
}
class RowInput {
  @ApiProperty({ description: '名称 / its name' }) name: string;
  @ApiProperty({ enum: KINDS, description: '类别 / kind' }) kind: string;
  @ApiProperty({ type: [String], minItems: 1, description: '步骤 / steps' }) steps: string[];
  @ApiProperty({ type: [String], description: '材料 / papers' }) papers: string[];
  @ApiProperty({ type: 'integer', description: '天数 / days' }) days: number;
  @ApiProperty({ type: Boolean, description: '一人通办 / one stop' }) oneStop: boolean;
  @ApiPropertyOptional({ format: 'date-time', description: '生效时间 / in effect from' }) from?: string;
  @ApiPropertyOptional({ format: 'date', description: '日期 / day' }) day?: string;
  @ApiPropertyOptional({ type: [String], format: 'date', description: '各日 / days of each' }) daysOfEach?: string[];
  @ApiPropertyOptional({ description: '时限：至此办结 / due: by then' }) @Instant({ isLimit: true }) dueAt?: string;
  @ApiProperty({ pattern: '^(\\d\\d)?$', description: '前缀，空为不限 / prefix; empty is any' }) prefix: string;
}
class RowDto extends RowInput {
  @ApiProperty({ description: '登记代码 / registered code' }) code: string;
  @ApiProperty({ description: '版本 / version' }) version: number;
}
const REGISTER = { register: 'rows', key: KeyParams, input: RowInput, list: RowDto } as unknown as ImportedRegister;

const rowsOf = async (bytes: Buffer, form: FileForm = 'csv'): Promise<FileRow[]> => {
  const rows: FileRow[] = [];
  for await (const row of tableRows({ bytes, form, digest: '' })) rows.push(row);
  return rows;
};
const workbook = async (fill: (sheet: exceljs.Worksheet) => void): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  fill(book.addWorksheet('1'));
  return Buffer.from(await book.xlsx.writeBuffer());
};
const zipped = (parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
};

describe('the rows of a CSV file', () => {
  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['GB18030', (text: string) => iconv.encode(text, 'gb18030')],
  ])('are read in %s, with the numbers that a spreadsheet gives them, without blank ones', async (_, encode) => {
    expect(await rowsOf(encode('代码,名称\r\n\r\n1,"路灯""𠮷"",\n换行"\r\n,  \r\n2,\'=1+1'))).toEqual([
      { row: 1, cells: ['代码', '名称'] },
      { row: 3, cells: ['1', '路灯"𠮷",\n换行'] },
      { row: 5, cells: ['2', '=1+1'] },
    ]);
  });

  it.each([
    ['a quote that is not closed', 'a,b\n1,"2'],
    ['a record without an end', `a\n"${'x'.repeat(300_000)}`],
    ['neither encoding', Buffer.from([0x61, 0xff, 0xff])],
    ['a zero among bytes that are no UTF-8', Buffer.from([0xb5, 0xa5, 0x00, 0x2c])],
    ['lines that are nearly all blank', `a${'\n'.repeat(100_002)}`],
    ['more columns than any register has', 'a,'.repeat(201)],
  ])('are refused with %s', async (_, text) => {
    await expect(rowsOf(Buffer.from(text))).rejects.toMatchObject({ code: 'platform.import_unreadable' });
  });

  it('are a hundred thousand below the first at most', async () => {
    expect(await rowsOf(Buffer.from(`a\n${'1\n'.repeat(100_000)}`))).toHaveLength(100_001);
    await expect(rowsOf(Buffer.from(`a\n${'1\n'.repeat(100_001)}`))).rejects.toMatchObject({ code: 'platform.import_too_many_rows' });
  });
});

describe('the rows of a workbook', () => {
  it('are those of its first sheet: texts in one piece, numbers, truths, and what formulas came to', async () => {
    const file = await workbook((sheet) => {
      sheet.addRow(['代码', '名称']);
      sheet.getRow(3).values = [230903011001, { richText: [{ text: '路' }, { font: { bold: true }, text: '灯' }] }, true];
      sheet.getCell('E3').value = { formula: 'WEBSERVICE("http://example.org")', result: 'kept' };
    });
    expect(await rowsOf(file, 'workbook')).toEqual([
      { row: 1, cells: ['代码', '名称'] },
      { row: 3, cells: [230903011001, '路灯', true, undefined, 'kept'] },
    ]);
  });

  it('do not hold how a text is pronounced, wherever it stands', async () => {
    const spoken = '<r><t>东</t></r><rPh sb="0" eb="1"><t>ドン</t></rPh><r><t>路</t></r>';
    const sheet = `<row><c t="s"><v>0</v></c><c t="inlineStr"><is>${spoken}</is></c></row>`;
    const file = await book(sheetOf(sheet), { 'xl/sharedStrings.xml': `<sst><si>${spoken}</si></sst>` });
    expect(await rowsOf(file, 'workbook')).toEqual([{ row: 1, cells: ['东路', '东路'] }]);
  });

  it('come back as they left in an exported file', async () => {
    async function* pages() {
      yield [['a <&> 𠮷', 1, undefined, false]];
    }
    const file = await buffer(toXlsx(['w', 'x', 'y', 'z'], pages()));
    expect((await rowsOf(file, 'workbook'))[1]).toEqual({ row: 2, cells: ['a <&> 𠮷', 1, undefined, false] });
  });

  const LONG = '1'.repeat(32_768);
  const LONG_TEXTS = `<si><t>${'1'.repeat(32_000)}</t></si>`.repeat(1_100);
  const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const RELS = '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>';
  const book = (sheet: string | Buffer, more: Readonly<Record<string, string>> = {}) =>
    zipped({
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': RELS,
      'xl/worksheets/s.xml': sheet,
      ...more,
    });

  it.each([
    ['that is no zip file', async () => Buffer.from('PK\u0003\u0004 nothing')],
    ['that lacks its parts', () => zipped({ 'a.txt': 'a' })],
    ['that inflates to more than a district can write', () => book(Buffer.alloc(260 * 1_048_576, ' '))],
    ['whose XML breaks off', () => book('<worksheet><sheetData><row r="1"><c r="A1"><v>1')],
    ['that declares entities', () => book('<!DOCTYPE x [<!ENTITY a "b">]><worksheet><v>&a;</v></worksheet>')],
    ['that names a cell far outside', () => book('<worksheet><row r="1"><c r="XFD1"><v>1</v></c></row></worksheet>')],
    ['that has a row twice', () => book(sheetOf('<row r="2"/><row r="2"/>'))],
    ['whose rows go back', () => book(sheetOf('<row r="3"/><row r="2"/>'))],
    ['that numbers a row by a word', () => book(sheetOf('<row r="x"/>'))],
    ['that numbers a row by a fraction', () => book(sheetOf('<row r="2.5"/>'))],
    ['that numbers a row beyond any sheet', () => book(sheetOf('<row r="3000000000"/>'))],
    ['that names a text which it has not', () => book(sheetOf('<row><c t="s"><v>7</v></c></row>'))],
    ['with a text longer than a cell takes', () => book(sheetOf(`<row><c t="inlineStr"><is><t>${LONG}</t></is></c></row>`))],
    ['with a number longer than a cell takes', () => book(sheetOf(`<row><c><v>${LONG}</v></c></row>`))],
    ['with a cell too many in a row', () => book(sheetOf(`<row>${'<c/>'.repeat(MOST_COLUMNS + 1)}</row>`))],
    ['with a cell in the first column that is too many', () => book(sheetOf('<row><c r="GS1"><v>1</v></c></row>'))],
    ['whose XML tells nothing for long', () => book(sheetOf(`<x>${'1'.repeat(2_000_000)}</x>`))],
    ['whose rows are nearly all blank', () => book(sheetOf('<row><c/></row>'.repeat(100_001)))],
    [
      'whose cells name one long text again and again',
      () =>
        book(sheetOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(20)), {
          'xl/sharedStrings.xml': `<sst><si><t>${'1'.repeat(32_767)}</t></si></sst>`,
        }),
    ],
    ['whose elements lie in each other without end', () => book(`<worksheet>${'<a>'.repeat(1_000)}`)],
    ['whose list of sheets has such elements', () => book('<worksheet/>', { 'xl/workbook.xml': '<a>'.repeat(1_000) })],
    ['whose texts have such elements', () => book('<worksheet/>', { 'xl/sharedStrings.xml': '<si>'.repeat(1_000) })],
    ['whose texts are too long together', () => book('<worksheet/>', { 'xl/sharedStrings.xml': `<sst>${LONG_TEXTS}</sst>` })],
    ['of too many parts', () => book('<worksheet/>', Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`${n}`, ''])))],
    ['whose texts are too many', () => book('<worksheet/>', { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(1_000_001)}</sst>` })],
  ])(
    'are refused of a file %s',
    async (_, made) => {
      await expect(rowsOf(await made(), 'workbook')).rejects.toMatchObject({ code: 'platform.import_unreadable' });
    },
    60_000,
  );

  it('are refused of a file that is damaged or cut off anywhere, or are what they were: nothing breaks', async () => {
    const file = await workbook((sheet) => sheet.addRows([['代码'], ['x']]));
    for (let at = 1; at < file.length; at += 257) {
      const damaged = Buffer.from(file);
      damaged[at] = 0xff - (damaged[at] ?? 0);
      for (const one of [damaged, file.subarray(0, at)]) {
        const rows = await rowsOf(one, 'workbook').catch((error: { code: string }) => error.code);
        expect(Array.isArray(rows) || rows === 'platform.import_unreadable').toBe(true);
      }
    }
  });
});

describe('the columns of a file', () => {
  const columns = importColumns(REGISTER);

  it('have the headers that the list leaves with', () => {
    expect(columns.map(({ header, part }) => `${part} ${header}`).slice(0, 3)).toEqual([
      'key 登记代码 / registered code',
      'input 名称 / its name',
      'input 类别 / kind',
    ]);
  });

  it('are found in any order by header, by half of it, or by name; what only the list has is passed over', () => {
    const head = [
      '版本 / version',
      'KIND',
      '类别名称 / kind: name',
      '登记代码',
      'its name',
      'steps',
      'papers',
      'days',
      'oneStop',
      'prefix',
    ];
    const found = readHeaders(REGISTER, head).map((column) => column?.path.join('.'));
    expect(found).toEqual([undefined, 'kind', undefined, 'code', 'name', 'steps', 'papers', 'days', 'oneStop', 'prefix']);
  });

  it('end where an explanation begins, in either language', () => {
    expect(columns.find(({ path }) => path[0] === 'dueAt')?.header).toBe('时限 / due');
  });

  it('are refused when nobody knows one, naming it, or a required one lacks', () => {
    const all = columns.map(({ header }) => header);
    expect(() => readHeaders(REGISTER, [...all, '备注', 'x'])).toThrow('备注、x');
    expect(() => readHeaders(REGISTER, all.slice(1))).toThrow('登记代码 / registered code');
  });
});

describe('a cell', () => {
  const columns = importColumns(REGISTER);
  const sent = (name: string, cell: FileCell): unknown => {
    const row: SentRow = sentRow(
      columns.filter(({ path }) => path[0] === name),
      [cell],
    );
    return row.input[name];
  };
  it.each<[string, FileCell, unknown]>([
    ['kind', '部门 department', 'department'],
    ['kind', '街道办事处', 'street'],
    ['kind', 'Street Office', 'street'],
    ['kind', 'street', 'street'],
    ['kind', 'club', 'club'],
    ['name', 230903011001, '230903011001'],
    ['name', 1.5, '1.5'],
    ['days', '10', 10],
    ['days', 'ten', 'ten'],
    ['oneStop', '是', true],
    ['oneStop', 'no', false],
    ['oneStop', 'perhaps', 'perhaps'],
    ['steps', '窗口受理; 材料核对；送达', ['窗口受理', '材料核对', '送达']],
    ['steps', '', undefined],
    ['papers', undefined, []],
    ['prefix', undefined, ''],
    ['name', '  ', undefined],
    ['from', '2026-11-27 09:30:00', '2026-11-27T09:30:00+08:00'],
    ['from', '2026/1/5 9:30', '2026-01-05T09:30:00+08:00'],
    ['from', '2026-01-05 09:30:15.678', '2026-01-05T09:30:15+08:00'],
    ['from', '2026-01-05', '2026-01-05T00:00:00+08:00'],
    ['from', 46353.395833333336, '2026-11-27T09:30:00+08:00'],
    ['from', '2026-11-27T09:30:00Z', '2026-11-27T09:30:00Z'],
    ['from', 'soon', 'soon'],
    ['day', '2026年1月5日', '2026-01-05'],
    ['day', 46353, '2026-11-27'],
    ['day', '5.1.2026', '5.1.2026'],
    ['daysOfEach', '2026/1/5；2026-02-06', ['2026-01-05', '2026-02-06']],
    ['daysOfEach', 46353, ['2026-11-27']],
    ['dueAt', '2026-01-05', '2026-01-05T23:59:59.999+08:00'],
    ['dueAt', 46353, '2026-11-27T23:59:59.999+08:00'],
    ['dueAt', '2026-01-05 00:00', '2026-01-05T00:00:00+08:00'],
    ['dueAt', 46353.395833333336, '2026-11-27T09:30:00+08:00'],
    ['name', 999_999_999_999_999, '999999999999999'],
    ['name', 2 ** 60, 2 ** 60], // no text: its rule refuses it
  ])('of %s that says %j is sent as %j', (name, cell, value) => {
    expect(sent(name, cell)).toEqual(value);
  });
});

describe('the rows of a register', () => {
  const fileOf = (...lines: string[]) => fileOfRegister(REGISTER, ...lines);
  const fileOfRegister = async (register: ImportedRegister, ...lines: string[]) => {
    const { pages } = await openImportFile(register, { bytes: Buffer.from(lines.join('\n')), form: 'csv', digest: '' });
    const rows: NewRow[] = [];
    for await (const page of pages) rows.push(...page);
    return rows;
  };
  const HEAD = 'name,kind,steps,papers,days,oneStop,prefix,code';
  const row = (code: string, name = '名'): string => `${name},street,a,,1,是,,${code}`;

  it('are called as their register calls them, in whatever spelling: the same twice is told of the second', async () => {
    expect(await fileOf(HEAD, row('hf-04'), row('ＨＦ－０４'), row(' HF-05 '))).toMatchObject([
      { row: 2, key: 'HF-04' },
      { row: 3, key: 'HF-04', outcome: 'refused', faults: [{ column: 'H', code: 'repeated_key' }] },
      { row: 4, key: 'HF-05' },
    ]);
  });

  it('of people are called nothing that is kept, and what may stand once in a file is told of the second, however it is spelt', async () => {
    const people: ImportedRegister = { ...REGISTER, ofPeople: true, once: ['name'] };
    expect(
      await fileOfRegister(people, HEAD, row('hf-04', '51x'), row('hf-04', '52x'), row('hf-05', ' 5 1X'), row('hf-06', '')),
    ).toMatchObject([
      { row: 2, key: null },
      { row: 3, key: null, outcome: 'refused', faults: [{ column: 'H', code: 'repeated_key' }] },
      { row: 4, key: null, outcome: 'refused', faults: [{ column: 'A', code: 'repeated_key', zh: '与第 2 行相同，请删除其中一行。' }] },
      { row: 5, key: null },
    ]);
  });

  it('are without the example of the template, wherever its column stands, and with all that looks like it elsewhere', async () => {
    expect(await fileOf(HEAD, row(`${EXAMPLE_MARK}HF-01`), row('HF-02', `${EXAMPLE_MARK}名`))).toMatchObject([{ row: 3, key: 'HF-02' }]);
  });
});

import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { openZip } from '../import/zip-parts.js';
import type { Cell } from './cells.js';
import { toCsv } from './csv.js';
import { toXlsx } from './xlsx.js';

const HEADERS = ['编号 / number', '标题 / title', '时间 / time', '保密 / confidential'];
const AT = new Date('2026-11-26T23:30:00Z'); // 07:30 of the next day in the district

async function* pages(...all: Cell[][][]): AsyncGenerator<Cell[][]> {
  yield* all;
}

const textOf = async (file: Readable): Promise<string> => (await buffer(file)).toString();

describe('a list as CSV', () => {
  it('begins with a byte order mark, quotes what has to be, and tells times by the clock of the district', async () => {
    const text = await textOf(toCsv(HEADERS, pages([[1, '路灯"不亮",\n三天', AT, true]], [[2, undefined, undefined, false]]), 'utf-8'));
    expect(text).toBe(
      '\ufeff编号 / number,标题 / title,时间 / time,保密 / confidential\r\n' +
        '1,"路灯""不亮"",\n三天",2026-11-27 07:30:00,是 yes\r\n2,,,否 no\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'has no formula: %j is a text with an apostrophe before it',
    async (text) => {
      const lines = await textOf(toCsv(['a'], pages([[text]]), 'utf-8'));
      expect(lines).toContain(`'${text}`);
    },
  );

  it('is in GB18030 on request, with characters beyond GBK and without a byte order mark', async () => {
    const file = await buffer(toCsv(HEADERS, pages([[1, '𠮷野家𬭚', AT, true]]), 'gb18030'));
    expect(iconv.decode(file, 'gb18030')).toContain('1,𠮷野家𬭚,2026-11-27 07:30:00');
    expect(file.subarray(0, 4).toString('hex')).toBe(iconv.encode('编号', 'gb18030').toString('hex'));
  });

  it('of nothing has its headers', async () => {
    expect(await textOf(toCsv(['a', 'b'], pages([]), 'utf-8'))).toBe('\ufeffa,b\r\n');
  });
});

describe('a list as a workbook', () => {
  const read = async (file: Readable) => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await buffer(file)) as unknown as ArrayBuffer);
    return workbook;
  };

  it('has numbers, texts, times and truths as such, and no formula', async () => {
    const rows: Cell[][] = [
      [1, '=1+1 <&> "路灯"', AT, true],
      [2, undefined, undefined, false],
    ];
    const sheet = (await read(toXlsx(HEADERS, pages(rows.slice(0, 1), rows.slice(1))))).worksheets[0];
    expect(sheet?.getRow(1).values).toEqual([undefined, ...HEADERS]);
    expect(sheet?.getRow(2).values).toEqual([undefined, 1, '=1+1 <&> "路灯"', new Date('2026-11-27T07:30:00Z'), true]);
    expect(sheet?.getRow(3).getCell(4).value).toBe(false);
    expect(sheet?.rowCount).toBe(3);
  });

  it('leaves out what XML cannot hold', async () => {
    const sheet = (await read(toXlsx(['a'], pages([['路\u0000灯\ud800\ufffe\uffff𠮷']])))).worksheets[0];
    expect(sheet?.getRow(2).values).toEqual([undefined, '路灯𠮷']);
  });

  it('goes on with another sheet after a million rows', async () => {
    const page = Array.from({ length: 250_000 }, (): Cell[] => []);
    const file = await buffer(toXlsx(['a'], pages(page, page, page, page, [['last']])));
    const parts = await openZip(file);
    const xmlOf = (sheet: number) => text(Readable.from(parts.open(parts.named(`xl/worksheets/sheet${sheet}.xml`))));
    expect((await xmlOf(1)).slice(-100)).toContain('<row r="1000001"></row></sheetData>');
    expect(await xmlOf(2)).toContain(
      '<row r="2"><c r="A2" t="inlineStr" s="0"><is><t xml:space="preserve">last</t></is></c></row></sheetData>',
    );
    expect(parts.has('xl/worksheets/sheet3.xml')).toBe(false);
  }, 30_000);

  it('breaks off when its rows do: nobody takes it for the whole', async () => {
    async function* broken(): AsyncGenerator<Cell[][]> {
      yield [['first']];
      throw new Error('the database is gone');
    }
    await expect(buffer(toXlsx(['a'], broken()))).rejects.toThrow('the database is gone');
    await expect(buffer(toCsv(['a'], broken(), 'gb18030'))).rejects.toThrow('the database is gone');
  });

  it('asks for no more rows when its reader goes', async () => {
    let asked = 0;
    let isOver = false;
    async function* endless(): AsyncGenerator<Cell[][]> {
      try {
        for (; ; asked += 1) yield [['one more '.repeat(10_000)]];
      } finally {
        isOver = true;
      }
    }
    for (const file of [toXlsx(['a'], endless()), toCsv(['a'], endless(), 'utf-8')]) {
      asked = 0;
      isOver = false;
      file.on('data', () => void (asked > 3 && file.destroy()));
      await eventually(() => expect(isOver).toBe(true));
    }
  });
});

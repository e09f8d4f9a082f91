import { describe, expect, it } from '@jest/globals';
import { ApiProperty } from '@nestjs/swagger';
import { defineCodeTable } from '@zero-distance/kernel';
import { OfRegister } from '../validation/in-register.js';
import { cellsOf } from './cells.js';
import { exportColumns } from './export-columns.js';

const STATES = ['open', 'closed'] as const;
defineCodeTable('state', STATES, { open: '办理中 / open', closed: '已办结 / closed' });

class PlaceDto {
  @ApiProperty({ enum: ['Point'], description: '类型 / type' }) type: string;
  @ApiProperty({ type: [Number], description: '经度、纬度 / longitude, latitude' }) coordinates: number[];
}

class MatterDto {
  @ApiProperty({ enum: STATES, description: '状态 / state' }) state: string;
  @ApiProperty({ type: String, description: '编号，电话里读出 / number, to read over the telephone' }) number: string;
  @ApiProperty({ type: 'integer', description: '轮次 / round' }) round: number;
  @ApiProperty({ type: Boolean, description: '保密 / confidential' }) confidential: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '办结时间 / closed' }) closedAt: string | null;
  @ApiProperty({ type: PlaceDto, nullable: true, description: '坐标 / point' }) point: PlaceDto | null;
  @ApiProperty({ type: [String], description: '单位（代码） / organisations (their codes)' }) organisations: string[];
  @ApiProperty({ enum: STATES, isArray: true, description: '经过状态 / states before' }) before: string[];
  @ApiProperty({ type: [PlaceDto], description: '轨迹 / track' }) track: PlaceDto[];
  @ApiProperty({ type: [String], description: '可执行的操作 / what you may do' }) actions: string[];
}

describe('the columns of an exported list', () => {
  const columns = exportColumns(MatterDto);

  it('are the members of its DTO with their names in both languages, those of a nested one each for itself', () => {
    expect(columns.map(({ header, kind }) => [header, kind])).toEqual([
      ['状态 / state', 'text'],
      ['状态名称 / state: name', 'text'],
      ['编号 / number', 'text'],
      ['轮次 / round', 'number'],
      ['保密 / confidential', 'boolean'],
      ['办结时间 / closed', 'moment'],
      ['坐标经度、纬度 / point: longitude', 'text'],
      ['单位 / organisations', 'text'],
      ['经过状态 / states before', 'text'],
      ['经过状态名称 / states before: name', 'text'],
      ['轨迹 / track', 'text'],
    ]);
  });

  it('hold the values of a row: nothing for what is absent, one text for several things', () => {
    const row = {
      state: 'open',
      number: '1',
      round: 2,
      confidential: false,
      closedAt: '2026-11-27T01:30:00.000Z',
      point: { type: 'Point', coordinates: [131.01, 45.77] },
      organisations: ['a', 'b'],
      before: ['closed', 'lost', 'open'],
      track: [{ type: 'Point', coordinates: [1, 2] }],
      actions: ['close'],
    };
    const closed = new Date('2026-11-27T01:30:00Z');
    expect(cellsOf(columns, row)).toEqual([
      'open',
      '办理中 open',
      '1',
      2,
      false,
      closed,
      '131.01; 45.77',
      'a; b',
      'closed; lost; open',
      '已办结 closed; lost; 办理中 open',
      '{"type":"Point","coordinates":[1,2]}',
    ]);
    expect(cellsOf(columns, { ...row, state: 'a-later-word' }).slice(0, 2)).toEqual(['a-later-word', undefined]);
    expect(cellsOf(columns, { ...row, closedAt: null, point: null })).toEqual(expect.arrayContaining(['1', undefined, 'a; b']));
  });
});

describe('a code of a register', () => {
  class RowDto {
    @ApiProperty({ type: String, description: '区划代码 / area code' })
    @OfRegister('area')
    areaCode: string;

    @ApiProperty({ type: [String], description: '协办单位 / co-handlers' })
    @OfRegister('organisation')
    coHandlers: string[];
  }
  const columns = exportColumns(RowDto);
  const names = new Map([
    ['area 230903', '桃山区'],
    ['organisation housing', '住建局'],
  ]);

  it('has beside it what it is called, in a list each; nothing beside one that nobody knows', () => {
    expect(columns.map(({ header }) => header)).toEqual([
      '区划代码 / area code',
      '区划代码名称 / area code: name',
      '协办单位 / co-handlers',
      '协办单位名称 / co-handlers: name',
    ]);
    const row = (areaCode: string | null) =>
      cellsOf(columns, { areaCode, coHandlers: ['housing', 'lost'] }, (register, code) => names.get(`${register} ${code}`));
    expect(row('230903')).toEqual(['230903', '桃山区', 'housing; lost', '住建局; lost']);
    expect(row('440305').slice(0, 2)).toEqual(['440305', undefined]);
    expect(row(null).slice(0, 2)).toEqual([undefined, undefined]);
  });
});

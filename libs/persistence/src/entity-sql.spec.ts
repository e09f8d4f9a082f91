import { describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { columnsOf, insertSql, lockSql, selectSql, updateSql } from './entity-sql.js';

class Order {
  id: string;
  areaCode: string;
  point: object | null;
  closedAt: Date | null;
  version: number;
}
const column = (propertyName: string, databaseName: string, type = 'text') => ({ propertyName, databaseName, type });
const dataSource = {
  getMetadata: () => metadata,
} as unknown as DataSource;
const metadata = {
  tableName: 'work_order',
  columns: [
    column('id', 'id'),
    column('areaCode', 'area_code'),
    column('point', 'point', 'jsonb'),
    column('closedAt', 'closed_at'),
    column('version', 'version'),
  ],
};

describe('SQL of an entity', () => {
  it('An insert fills the columns that are given, JSON as text, and leaves the others to their defaults', () => {
    expect(insertSql(dataSource, Order, { id: 'i', areaCode: 'a', point: { x: 1 }, closedAt: undefined })).toEqual({
      text: 'insert into work_order ("id", "area_code", "point") values ($1, $2, $3)',
      params: ['i', 'a', '{"x":1}'],
    });
  });

  it('An update changes a row only at the version that was read, and never its id or version by hand', () => {
    const changes = { id: 'other', version: 99, areaCode: 'b', closedAt: null, point: undefined };
    expect(updateSql(dataSource, Order, { id: 'i', version: 4 }, changes, 2)).toEqual({
      text: 'update work_order set "area_code" = $3, "closed_at" = $4, version = version + 2 where id = $1 and version = $2',
      params: ['i', 4, 'b', null],
    });
  });

  it('A select compares by equality and names columns as the properties', () => {
    const { text, params } = selectSql(dataSource, Order, { areaCode: 'a', version: 1 });
    expect(text).toMatch(
      /^select "id" as "id", "area_code" as "areaCode", .* from work_order where "area_code" = \$1 and "version" = \$2$/,
    );
    expect(params).toEqual(['a', 1]);
    for (const alias of ['o', 'p', 'o']) expect(columnsOf(dataSource, Order, alias)).toContain(`${alias}."closed_at" as "closedAt"`);
  });

  it('A lock is of one row', () => {
    expect(lockSql(dataSource, Order, 'i')).toEqual({ text: 'select from work_order where id = $1 for update', params: ['i'] });
  });

  it('A property that is no column is refused', () => {
    expect(() => selectSql(dataSource, Order, { nonsense: 1 } as Partial<Order>)).toThrow('work_order has no column for nonsense');
  });
});

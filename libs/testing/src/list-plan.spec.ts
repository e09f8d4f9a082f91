import { describe, expect, it } from '@jest/globals';
import { casesOf } from './list-cases.js';
import { type PlanNode, whyNotIndexed } from './list-plan.js';

const LIMITS = { looked: 100, sorted: 50, ofASet: 60 };
const node = (type: string, rows: number, more: Partial<PlanNode> = {}): PlanNode => ({
  'Node Type': type,
  'Actual Rows': rows,
  'Actual Loops': 1,
  ...more,
});

describe('the plan of a page', () => {
  it('A plan is answered by an index when its scans find no more than a page may look at', () => {
    expect(whyNotIndexed(node('Limit', 20, { Plans: [node('Index Scan', 20, { 'Rows Removed by Filter': 80 })] }), LIMITS)).toEqual([]);
  });

  it('A table that is read from one end to the other is named, however few rows it has', () => {
    expect(whyNotIndexed(node('Seq Scan', 1, { 'Relation Name': 'hazard' }), LIMITS)).toEqual(['hazard is read from one end to the other']);
  });

  it('Rows count that a filter throws away, and those of every loop', () => {
    const walk = node('Index Scan', 1, { 'Rows Removed by Filter': 100, 'Index Name': 'hazard_pkey' });
    expect(whyNotIndexed(walk, LIMITS)).toEqual(['101 rows are looked at: Index Scan hazard_pkey']);
    const probes = node('Index Scan', 2, { 'Actual Loops': 60, 'Index Name': 'visit_pkey' });
    expect(whyNotIndexed(node('Nested Loop', 120, { Plans: [probes] }), LIMITS)).toEqual(['120 rows are looked at: Index Scan visit_pkey']);
  });

  it('Rows that a bitmap names and its heap scan reads count once', () => {
    const bitmap = node('Bitmap Index Scan', 90, { 'Index Name': 'hazard_community' });
    expect(whyNotIndexed(node('Bitmap Heap Scan', 10, { 'Rows Removed by Filter': 80, Plans: [bitmap] }), LIMITS)).toEqual([]);
  });

  it('Each of several sets of conditions may look through its own rows, and none through those of the others', () => {
    const walk = (rows: number) => node('Index Scan', rows, { 'Index Name': 'hazard_community' });
    const page = (...rows: number[]) => node('Limit', 20, { Plans: [node('Append', 20, { Plans: rows.map(walk) })] });
    expect(whyNotIndexed(page(60, 60, 60), LIMITS)).toEqual([]);
    expect(whyNotIndexed(page(101, 1, 1), LIMITS)).toEqual(['101 rows are looked at: Index Scan hazard_community']);
    const all = 'Index Scan hazard_community, Index Scan hazard_community, Index Scan hazard_community';
    expect(whyNotIndexed(page(90, 90, 90), LIMITS)).toEqual([`270 rows are looked at: ${all}`]);
  });

  it('A sort is named that takes in more than a page needs', () => {
    const sort = node('Sort', 20, { Plans: [node('Index Scan', 60, { 'Index Name': 'hazard_pkey' })] });
    expect(whyNotIndexed(sort, LIMITS)).toEqual(['Sort takes in 60 rows: Index Scan hazard_pkey']);
  });
});

describe('the cases of a list', () => {
  const offers = { filters: ['state'], sorts: ['newest', 'due'], textsInCursors: [], changes: false, visible: { by: 'area' } };

  it('Every value of a filter and the list without it are asked for in every order', () => {
    const [first] = Object.values(casesOf({ offers }, { state: ['open'] }));
    expect(first?.queries).toEqual([{}, { state: 'open' }, { sort: 'due' }, { sort: 'due', state: 'open' }]);
  });

  it('What has changed is asked for with every filter of what belongs to areas, and of a register as a whole', () => {
    const asked = (by: string) =>
      Object.values(casesOf({ offers: { ...offers, changes: true, visible: { by } } }, { state: ['open'] }))[0]?.queries;
    const changes = (by: string) => asked(by)?.filter((query) => 'updatedSince' in query);
    expect(changes('everybody')).toHaveLength(1);
    expect(changes('matter')).toHaveLength(8); // with and without the filter, everywhere and in three areas
  });

  it('A filter without a value is refused, and one that the list does not have', () => {
    expect(() => casesOf({ offers }, {})).toThrow('the filters are state, asked for is ');
    expect(() => casesOf({ offers }, { state: ['open'], kind: ['shop'] })).toThrow('asked for is kind, state');
  });
});

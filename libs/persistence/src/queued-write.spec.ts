import { describe, expect, it } from '@jest/globals';
import { ConcurrentChange } from './failures.js';
import { explainFailure, withRowCheck } from './queued-write.js';

const UPDATE = { text: 'update a set b = $2 where id = $1', params: ['x', 5] };
const LOCK = { text: 'select from a where id = $1 for update', params: ['x'] };
const wrongRowCount = Object.assign(new Error('change 1 touched 0 rows, not 1'), { code: 'ZD001' });
const otherFailure = Object.assign(new Error('no such table'), { code: '42P01' });

describe('a queued write', () => {
  it('A write has its rows counted by Postgres, and its own parameters stay where they are', () => {
    expect(withRowCheck({ ...UPDATE, rows: 3 })).toEqual({
      text: `with changed as (${UPDATE.text} returning 1) select expect_rows(array[count(*)], array[$3::int]) from changed having count(*) <> $3::int`,
      params: ['x', 5, 3],
    });
  });

  it('A write of any number of rows is sent as it is', () => {
    expect(withRowCheck(UPDATE)).toEqual(UPDATE);
  });

  it('An update of a version that finds no row has lost a race; any other failure of a write stays what it is', () => {
    const race = explainFailure({ ...UPDATE, rows: 1, lock: LOCK })(wrongRowCount);
    expect([race instanceof ConcurrentChange, (race as ConcurrentChange).lock]).toEqual([true, LOCK]);
    expect(explainFailure({ ...UPDATE, rows: 1, lock: LOCK })(otherFailure)).toBe(otherFailure);
    expect(explainFailure({ ...UPDATE, rows: 1 })(wrongRowCount)).toBe(wrongRowCount);
  });
});

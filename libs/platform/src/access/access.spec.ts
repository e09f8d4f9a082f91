import { describe, expect, it } from '@jest/globals';
import { ROLES } from '@zero-distance/kernel';
import { ACCESS_TABLE, type AccessName, seesOnlyOwn, takesRoles } from './access.js';
import type { AccessRow } from './access-row.js';

const rows = Object.entries(ACCESS_TABLE) as [AccessName, AccessRow][];
const rowOf = (name: string): AccessRow | undefined => rows.find(([one]) => one === name)?.[1];

/** What changes something, with the row by which that is read. */
const changes = rows.flatMap(([name, row]) => {
  const resource = name.slice(0, name.lastIndexOf('.'));
  const read = rowOf(`${resource}.get`) ?? rowOf(`${resource}.list`);
  return row.scope.endsWith(':write') && read ? [{ name, row, read }] : [];
});

describe('the access table', () => {
  it.each(changes)('gives read access to every role that may $name', ({ row, read }) => {
    expect(row.roles.filter((role) => !takesRoles(read, [role]))).toEqual([]);
  });

  it('has a read operation for every resource that can be changed', () => {
    const changed = rows.filter(([, { scope }]) => scope.endsWith(':write')).map(([name]) => name);
    expect(changes.map(({ name }) => name)).toEqual(changed);
  });

  it('limits a role that only takes in requests to its own requests, unless another role of the caller reads all', () => {
    const row = ACCESS_TABLE['intake.requests.get'];
    const limited = ROLES.filter((role) => seesOnlyOwn(row, [role]));
    expect(limited).toEqual(['inspector', 'mobile-grid-worker', 'care-worker', 'police-auxiliary', 'organiser']);
    expect(seesOnlyOwn(row, ['care-worker', 'appraiser'])).toBe(true);
    expect(seesOnlyOwn(row, ['care-worker', 'leader'])).toBe(false);
  });
});

import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { accessRecordTableV1, areaIndexesV1, changeTimeV1, historyTableV1, policyTableV1, wordDomainV1 } from './ddl-v1.js';

it.each([
  ['historyTableV1', historyTableV1('hazard'), '848d96d6e764e317'],
  ['areaIndexesV1', areaIndexesV1('hazard'), '267e9e0b82ab21d1'],
  ['changeTimeV1', changeTimeV1('hazard'), '057c536c46b3ee13'],
  ['accessRecordTableV1', accessRecordTableV1(), '00986454c76cbdbc'],
  ['policyTableV1', policyTableV1(), '69460e430ec697cd'],
  ['wordDomainV1', wordDomainV1('urgency', ['normal', 'complex']), '300205ef34ef6c0c'],
])(
  'The SQL of %s never changes, because migrations that have run are made of it; a change is a new version beside it',
  (_name, sql, frozen) => {
    expect(createHash('sha256').update(sql.replaceAll(/\s+/g, ' ')).digest('hex').slice(0, 16)).toBe(frozen);
  },
);

export { changeTimes } from './change-times.definition.js';
export { accessRecordTableV1, areaIndexesV1, changeTimeV1, historyTableV1, policyTableV1, wordDomainV1 } from './ddl-v1.js';
export { EXPECT_ROWS } from './expect-rows.definition.js';
export type { RepeatableDefinition } from './repeatable-definition.js';

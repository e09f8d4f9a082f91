export { closeDataSource, createDataSource, type DataSourceOptions, type EntityClass, poolOf } from './data-source.js';
export { outboxRow, readData, readEnvelope } from './event-message.js';
export { ConcurrentChange, constraintOf, isOutage, isRace, retryOnConflict } from './failures.js';
export { findIdempotentAnswer } from './idempotency.js';
export type { OutboxRow } from './statement.js';
export { type Conflicts, type ReadTx, Transaction, type Tx } from './transaction.js';
export { Transactor } from './transactor.js';
export { expectVersion, refuseTransaction } from './version.js';

export { closeDataSource, createDataSource, type DataSourceOptions, type EntityClass, poolOf } from './data-source.js';
export { type FindDue, findDueBy, findMarked } from './due.js';
export { insertEvent, type OutboxRow, outboxRow, readData, readEnvelope } from './event-message.js';
export { ConcurrentChange, constraintOf, isOutage, isRace, retryOnConflict } from './failures.js';
export { ERASED_ANSWER, findIdempotentAnswer, forgetAnswers, withoutReplay } from './idempotency.js';
export { Transaction } from './transaction.js';
export { type Batch, Transactor } from './transactor.js';
export type { Conflicts, ReadTx, Tx } from './tx.js';
export { expectVersion, refuseTransaction } from './version.js';

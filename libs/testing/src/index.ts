export * from './event-client.js';
export * from './eventually.js';
export * from './fresh-database.js';
export * from './http-client.js';
export { prepareRun } from './prepare-run.js';
export * from './rows-looked-at.js';
export * from './start-test-stack.js';
export * from './test-stack.js';
export * from './token-issuer.js';

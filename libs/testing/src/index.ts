export { type BroughtIn, bringIn } from './bring-in.js';
export { changedDocx, docxText } from './docx.js';
export * from './event-client.js';
export * from './eventually.js';
export * from './fresh-database.js';
export * from './http-client.js';
export {
  AREA_OF_N,
  BUSY_ORGANISATION,
  CATEGORY_OF_N,
  draw,
  drawn,
  IS_QUIET,
  NUMBER_OF_N,
  QUIET_ORGANISATION,
  REPORTER,
  SOUGHT,
  UPDATED_AT,
} from './list-cases.js';
export { photo } from './photo.js';
export * from './postgres-client.js';
export { prepareRun } from './prepare-run.js';
export * from './rude-callers.js';
export * from './start-test-stack.js';
export * from './tell-registers.js';
export * from './test-program.js';
export * from './test-stack.js';
export * from './token-issuer.js';
export { filesLeft, wordsLeft } from './words-left.js';

import { prepareRun } from './prepare-run.js';

declare global {
  var endTestRun: (() => Promise<void>) | undefined;
}

/** jest calls this once before the test files of a project that needs servers. */
export default async function setUp(): Promise<void> {
  globalThis.endTestRun = await prepareRun();
}

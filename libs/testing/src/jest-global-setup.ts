import { prepareRun } from './prepare-run.js';

declare global {
  var endTestRun: (() => Promise<void>) | undefined;
}

/** jest calls this once before the test files of a project that needs servers. Those of the whole product begin with the demo district. */
export default async function setUp(project: string): Promise<void> {
  globalThis.endTestRun = await prepareRun({ district: project !== 'int', inMemory: true });
}

import './jest-global-setup.js';

/** jest calls this once after the last test file, in the process that ran the set-up. */
export default async function tearDown(): Promise<void> {
  await globalThis.endTestRun?.();
}

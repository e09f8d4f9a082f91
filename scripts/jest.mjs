import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { ROOT, run } from './run.mjs';

/** How long a test may take: real servers, on a machine that may be busy. Told here because jest heeds no project's `testTimeout`. */
const TIMEOUT_MS = { unit: 5_000, int: 60_000, e2e: 120_000, chaos: 120_000 };

/**
 * Runs jest for one project after the other, whatever fails, and prints as the last line `N passed, N failed, N skipped`.
 * @param {readonly string[]} projects
 * @param {readonly string[]} args for jest
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether there were tests and none failed
 */
export async function runProjects(projects, args, signal) {
  const directory = mkdtempSync(`${tmpdir()}/zero-distance-results-`);
  const totals = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const project of projects) {
      if (signal.aborted) break;
      console.log(`\n== ${project}`);
      const counts = await runProject(project, args, `${directory}/${project}.json`, signal);
      for (const key of Object.keys(totals)) totals[key] += counts[key];
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  if (totals.passed + totals.failed === 0) console.log('\nNo test was run: does the filter match any?');
  console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  return !signal.aborted && totals.failed === 0 && totals.passed > 0;
}

async function runProject(project, args, resultFile, signal) {
  const { code } = await run(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      `${ROOT}/node_modules/jest/bin/jest.js`,
      ...[
        '--selectProjects',
        project,
        '--passWithNoTests',
        '--json',
        `--outputFile=${resultFile}`,
        `--maxWorkers=${WORKERS[project]}`,
        `--testTimeout=${TIMEOUT_MS[project]}`,
      ],
      ...args,
    ],
    { signal, show: true },
  );
  const counts = countsOf(resultFile);
  // A run that failed without a failed test (no set-up, a file that does not load) counts as one failure.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * Tests with servers wait for them half of the time: one integration test more than there are processors keeps these busy. A whole product keeps
 * two processors busy by itself, though never all of the time. Chaos breaks its product and looks how long that takes to recover: it runs alone.
 */
const WORKERS = { unit: availableParallelism(), int: availableParallelism() + 1, e2e: 2, chaos: 1 };

function countsOf(resultFile) {
  let result;
  try {
    result = JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }; // jest ended before it wrote one: its exit code tells
  }
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

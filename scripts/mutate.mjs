// `npm run mutate -- libs/kernel/src/area-code.ts …`: changes each of these pure files in many small ways, in a copy of the clone, and shows
// the changes that no unit test notices. Not in CI: it takes about a second a change. See CONTRIBUTING.md.
import './node-version.mjs';

/** Fetched when it is asked for: nobody who only builds and tests needs its hundred packages. The last line of it for Node 20. */
const STRYKER = '9.6.1';

import('./run.mjs').then(async ({ endWithNpm, fail, PlainError, ROOT, run, untilSignalled }) => {
  endWithNpm();
  const { signal } = untilSignalled();
  try {
    const { existsSync, writeFileSync } = await import('node:fs');
    const files = process.argv.slice(2);
    const unknown = files.filter((file) => !/\.ts$/.test(file) || !existsSync(`${ROOT}/${file}`));
    if (files.length === 0 || unknown.length > 0)
      throw new PlainError(`name pure files from the root of the clone ${unknown.join(' ')}`.trim());
    const { setup } = await import('./setup.mjs');
    await setup({ signal });
    const { default: jest } = await import('../jest.config.mjs');
    const configuration = `${ROOT}/.cache/stryker.json`;
    writeFileSync(configuration, JSON.stringify(settings(files, jest.projects)));
    const packages = ['core', 'jest-runner'].flatMap((name) => ['--package', `@stryker-mutator/${name}@${STRYKER}`]);
    const { code } = await run('npx', ['--yes', ...packages, 'stryker', 'run', configuration], { signal, show: true });
    process.exit(code);
  } catch (error) {
    fail(error);
  }
});

function settings(files, projects) {
  const { displayName: _, ...project } = projects.find(({ displayName }) => displayName === 'unit');
  // Stryker lays this over jest.config.mjs, so the other projects are taken out. The copy stands in `.cache`, which the clone's own run leaves out.
  const unit = { ...project, projects: [], modulePathIgnorePatterns: ['/dist/'] };
  return {
    mutate: files,
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: { projectType: 'custom', config: unit, enableFindRelatedTests: true },
    tsconfigFile: '', // nothing is compiled: jest takes the TypeScript as it is
    coverageAnalysis: 'off', // jest cannot tell it of ES modules
    tempDirName: '.cache/stryker',
    ignorePatterns: ['.cache', '.local', '/dist', 'data', 'e2e'],
    reporters: ['progress', 'clear-text'],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  };
}

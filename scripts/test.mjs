// `npm test`: sets up, then runs the unit, integration and end-to-end tests and adds them up.
// `npm test -- libs/kernel -t 'some name'`: what follows `--` goes to jest.
import './node-version.mjs';

import('./run.mjs').then(({ endWithNpm, fail, untilSignalled }) => {
  endWithNpm();
  const { signal } = untilSignalled();
  return import('./setup.mjs')
    .then(({ setup }) => setup({ signal }))
    .then(() => import('./jest.mjs'))
    .then(({ runProjects }) => runProjects(['unit', 'int', 'e2e', 'chaos'], process.argv.slice(2), signal))
    .then((passed) => process.exit(passed ? 0 : 1))
    .catch(fail);
});

// `npm start`: sets up, then runs the whole product in this process until Ctrl-C or SIGTERM. See libs/local-stack.
import './node-version.mjs';

import('./run.mjs').then(({ endWithNpm, fail, untilSignalled }) => {
  endWithNpm();
  const { signal, release } = untilSignalled();
  return import('./setup.mjs')
    .then(({ setup }) => setup({ signal }))
    .then(release)
    .then(() => import('../libs/local-stack/dist/start.js'))
    .catch(fail);
});

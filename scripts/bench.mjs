// `npm run bench`: sets up, then measures the product against raw limits, with the Node that deploy/Dockerfile runs.
// `npm run bench -- --quick`, `-- --only a,c`.
import './node-version.mjs';

import('./run.mjs').then(({ endWithNpm, fail, ROOT, run, untilSignalled }) => {
  endWithNpm();
  const { signal } = untilSignalled();
  return import('./setup.mjs')
    .then(({ setup }) => setup({ signal }))
    .then(() => import('./image-node.mjs'))
    .then(({ imageNode }) => imageNode(signal))
    .then((node) => run(node, [`${ROOT}/bench/dist/bench-main.js`, ...process.argv.slice(2)], { signal, show: true }))
    .then(({ code }) => process.exit(code))
    .catch(fail);
});

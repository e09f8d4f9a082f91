// `npm run fuzz`: sets up, then sends hostile requests to every operation and says whether the product held. See bench/README.md.
// `npm run fuzz -- --requests 500 --seed 7`: what follows `--` goes to the program.
import './node-version.mjs';

import('./run.mjs').then(({ endWithNpm, fail, ROOT, run, untilSignalled }) => {
  endWithNpm();
  const { signal } = untilSignalled();
  return import('./setup.mjs')
    .then(({ setup }) => setup({ signal }))
    .then(() => run(process.execPath, [`${ROOT}/bench/dist/fuzz/fuzz-main.js`, ...process.argv.slice(2)], { signal, show: true }))
    .then(({ code }) => process.exit(code))
    .catch(fail);
});

// `npm run chaos`: sets up, then breaks the product in every way and says whether it held. See bench/README.md.
// `npm run chaos -- --kills 20 --seed 7`: what follows `--` goes to the program.
import './node-version.mjs';

import('./run.mjs').then(({ endWithNpm, fail, ROOT, run, untilSignalled }) => {
  endWithNpm();
  const { signal } = untilSignalled();
  return import('./setup.mjs')
    .then(({ setup }) => setup({ signal }))
    .then(() => run(process.execPath, [`${ROOT}/bench/dist/chaos/chaos-main.js`, ...process.argv.slice(2)], { signal, show: true }))
    .then(({ code }) => process.exit(code))
    .catch(fail);
});

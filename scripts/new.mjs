// `npm run new -- aggregate <service> <noun>` and `npm run new -- event <type>`: lays the files of the house's idiom and puts them where they
// belong. See README.md.
import './node-version.mjs';

import('./run.mjs').then(({ endWithNpm, fail, untilSignalled }) => {
  endWithNpm();
  const { signal } = untilSignalled();
  return import('./new/command.mjs').then(({ command }) => command(process.argv.slice(2), signal)).catch(fail);
});

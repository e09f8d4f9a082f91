// `node [the flags of V8 that programs run with] scripts/compile.mjs <directory>`: keeps beside each file of what ships what V8 compiles of it
// (`<file>.code`), every function of it. The next start reads that instead of compiling; V8 refuses what another release or other flags made.
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

const [directory] = process.argv.slice(2);
const { compiled } = createRequire(import.meta.url)(`${directory}/shared/load.cjs`);

setFlagsFromString('--no-lazy'); // every function, not only what stands outside of them
const scripts = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.program\.js$|^shared\/.+\.js$/.test(name))
  .map((name) => ({ name, script: compiled(name) }));
setFlagsFromString('--lazy'); // as whoever starts it: the flags are told in the code
for (const { name, script } of scripts) writeFileSync(`${directory}/${name}.code`, script.createCachedData());

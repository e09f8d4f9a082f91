// `npm run fuzz`: sends hostile requests to every operation of the product and says whether it held. See README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { ROOT } from '@zero-distance/local-stack';
import { prepareRun } from '@zero-distance/testing';
import { fuzz } from './fuzz.js';
import { type Options, readOptions, USAGE } from './options.js';
import { startProduct } from './product.js';
import { holds, report } from './report.js';

async function run(options: Options): Promise<boolean> {
  console.log(`seed ${options.seed}`);
  const end = await prepareRun();
  // What was started is ended by the guardian beside it, as when this process is killed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  try {
    const product = await startProduct();
    const result = await fuzz(product, options).finally(() => product.stack.stop());
    for (const line of report(result)) console.log(line);
    mkdirSync(`${ROOT}/.local`, { recursive: true });
    const { statuses, findings, ...rest } = result;
    const kept = { at: new Date().toISOString(), ...options, ...rest, statuses: Object.fromEntries(statuses), findings: findings.length };
    writeFileSync(`${ROOT}/.local/fuzz.json`, `${JSON.stringify(kept, null, 2)}\n`);
    return holds(result);
  } finally {
    await end();
  }
}

const options = readOptions(process.argv.slice(2));
if (options.help) console.log(USAGE);
else
  run(options).then(
    (held) => process.exit(held ? 0 : 1),
    (error: Error) => {
      console.error(`npm run fuzz: ${error.stack}`);
      process.exit(1);
    },
  );

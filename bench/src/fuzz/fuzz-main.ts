// `npm run fuzz`: sends hostile requests to every operation of the product and says whether it held. See README.md.
import { runTrial } from '../trial.js';
import { fuzz } from './fuzz.js';
import { type Options, readOptions, USAGE } from './options.js';
import { startProduct } from './product.js';
import { holds, report } from './report.js';

async function run(options: Options): Promise<{ held: boolean; kept: object }> {
  const product = await startProduct();
  const result = await fuzz(product, options).finally(() => product.stack.stop());
  for (const line of report(result)) console.log(line);
  const { statuses, findings, ...rest } = result;
  return { held: holds(result), kept: { ...rest, statuses: Object.fromEntries(statuses), findings: findings.length } };
}

await runTrial({ name: 'fuzz', usage: USAGE, options: readOptions(process.argv.slice(2)), run });

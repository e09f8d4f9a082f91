// `npm run chaos`: breaks the product in every way and says whether it held. See README.md.
import { runTrial } from '../trial.js';
import { type Options, readOptions, USAGE } from './options.js';
import { type Product, type ProductOptions, startProduct } from './product.js';
import { holds, report } from './report.js';
import { killings, type Outcome, outages, overload } from './scenario.js';

/** No scenario takes longer; one that does is stuck, and everything it started ends with this process. */
const LIMIT_MS = 20 * 60_000;
const LANES = 16;
const MEASURED_LIVES = 200;
/** Three rounds: each of the twelve processes and the three NATS servers dies at least once. */
const REPLICA_KILLS = 24;
const BURST = { times: 20, seconds: 30, sustainedSeconds: 10, connections: 2_000 };
const OUTAGES = { lanes: LANES, betweenMs: 8_000, postgresMs: 20_000, natsMs: 60_000, fullMs: 10_000 };
const SINGLE = { postgres: 'durable' } as const;
const REPLICATED = { postgres: 'durable', natsNodes: 3, replicas: 2 } as const;
const KILLED = { logLevel: 'debug' } as const;

type Scenario = [name: string, made: ProductOptions, play: (product: Product) => Promise<Outcome>];

function scenarios({ burst, kills, outage, replicas, seed }: Options): Scenario[] {
  const common = { seed, lanes: LANES, measured: MEASURED_LIVES, waitShare: 0.7 };
  const all: (Scenario | false)[] = [
    burst && ['burst', SINGLE, (product) => overload(product, BURST)],
    // The replicas' rate is told beside the single set-up's, so that is always measured in the same run.
    kills > 0 && ['kills', { ...SINGLE, ...KILLED }, (product) => killings(product, { ...common, kills }, console.log)],
    outage && ['outages', SINGLE, (product) => outages(product, OUTAGES, console.log)],
    replicas && [
      'replicas',
      { ...REPLICATED, ...KILLED },
      (product) => killings(product, { ...common, kills: REPLICA_KILLS }, console.log),
    ],
    replicas && ['replicas, outages', REPLICATED, (product) => outages(product, OUTAGES, console.log)],
  ];
  return all.filter((scenario) => scenario !== false);
}

async function play([name, made, scenario]: Scenario): Promise<Outcome> {
  console.log(`\n${name}: starting the product …`);
  const product = await startProduct(made);
  const stuck = setTimeout(() => {
    console.error(`${name} is stuck: not over after ${LIMIT_MS / 60_000} min`);
    process.exit(1);
  }, LIMIT_MS);
  try {
    return { ...(await scenario(product)), name };
  } finally {
    clearTimeout(stuck);
    await product.stop();
  }
}

async function run(options: Options): Promise<{ held: boolean; kept: object }> {
  const outcomes: Outcome[] = [];
  for (const scenario of scenarios(options)) outcomes.push(await play(scenario));
  const rate = (name: string) => outcomes.find((outcome) => outcome.name === name)?.livesPerSecond;
  const [single, replicated] = [rate('kills'), rate('replicas')];
  for (const line of report(outcomes)) console.log(line);
  const ratio = single && replicated ? replicated / single : undefined;
  if (ratio)
    console.log(`Two of every service and three NATS nodes on this machine: ${ratio.toFixed(2)} of the single set-up's lives a second.`);
  return { held: holds(outcomes), kept: { ratio, outcomes } };
}

await runTrial({ name: 'chaos', usage: USAGE, options: readOptions(process.argv.slice(2)), run });

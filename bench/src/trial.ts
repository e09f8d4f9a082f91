import { mkdirSync, writeFileSync } from 'node:fs';
import { ROOT } from '@zero-distance/local-stack';
import { prepareRun } from '@zero-distance/testing';

interface TrialOptions {
  readonly seed: number;
  readonly help: boolean;
}

/** A command that tries the product and says whether it held: `npm run fuzz`, `npm run chaos`. */
export interface Trial<O extends TrialOptions> {
  readonly name: string;
  readonly usage: string;
  readonly options: O;
  /** Tries it; what is kept goes to `.local/<name>.json`. */
  readonly run: (options: O) => Promise<{ readonly held: boolean; readonly kept: object }>;
}

/** Runs it and ends the process: 0 when the product held, else 1. */
export async function runTrial<O extends TrialOptions>(trial: Trial<O>): Promise<void> {
  if (trial.options.help) {
    console.log(trial.usage);
    return;
  }
  try {
    process.exit((await tryOut(trial)) ? 0 : 1);
  } catch (error) {
    console.error(`npm run ${trial.name}: ${(error as Error).stack}`);
    process.exit(1);
  }
}

async function tryOut<O extends TrialOptions>({ name, options, run }: Trial<O>): Promise<boolean> {
  console.log(`seed ${options.seed}`);
  const end = await prepareRun({ district: true });
  // What was started is ended by the guardian beside it, as when this process is killed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  try {
    const { held, kept } = await run(options);
    mkdirSync(`${ROOT}/.local`, { recursive: true });
    writeFileSync(`${ROOT}/.local/${name}.json`, `${JSON.stringify({ at: new Date().toISOString(), ...options, ...kept }, null, 2)}\n`);
    return held;
  } finally {
    await end();
  }
}

import { statSync } from 'node:fs';
import { type FigureValue, watchFigure } from './metrics.js';

/** A key or a ring of keys: `GATEWAY_KEY`, `PERSONAL_DATA_KEYS`. Keys at a provider's are no keys of ours. */
const KEY_NAME = /^(?!FILES_S3_).*_KEYS?$/;
/** The id of a ring's current key as it is made here says the day: `k20261128:…`. */
const DATED_ID = /^k(\d{4})(\d{2})(\d{2})(?:[-_]\w*)?:/;

/** Tells of each key in the configuration when it was made. Nothing of a key but its name and that moment leaves the process. */
export function watchKeys(config: object, env: NodeJS.ProcessEnv): void {
  const name = 'zd_key_made_timestamp_seconds';
  const help = 'When each key of the configuration was made, in seconds since 1970; 0: nobody can say';
  const values = keyAges(config, env);
  watchFigure({ name, help, labelNames: ['key'] }, () => values);
}

/** The moment at which each key was made, as its id or its file says; 0 where neither does. */
export function keyAges(config: object, env: NodeJS.ProcessEnv): FigureValue[] {
  return Object.entries(config)
    .filter(([name, value]) => KEY_NAME.test(name) && typeof value === 'string')
    .map(([name, value]) => ({ labels: { key: name }, value: (madeAt(value as string) ?? writtenAt(env[`${name}_FILE`]) ?? 0) / 1000 }));
}

function madeAt(value: string): number | undefined {
  const [, year, month, day] = DATED_ID.exec(value) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}

function writtenAt(file: string | undefined): number | undefined {
  return file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

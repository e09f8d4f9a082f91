import { parseArgs } from 'node:util';

export const USAGE = `npm run chaos [-- options]
  --burst --outage --replicas   only these scenarios (all, unless one is named)
  --kills N                     the scenario of kills with N of them (24); 0 leaves it out
  --seed N                      draw victims and times in the order of an earlier run`;

export interface Options {
  readonly burst: boolean;
  /** How many; 0 for none. */
  readonly kills: number;
  readonly outage: boolean;
  readonly replicas: boolean;
  readonly seed: number;
  readonly help: boolean;
}

const KILLS = 24;

/** @throws when an option is unknown or no number, or when nothing is left to do */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      burst: { type: 'boolean', default: false },
      kills: { type: 'string' },
      outage: { type: 'boolean', default: false },
      replicas: { type: 'boolean', default: false },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { burst, outage, replicas, help } = values;
  const all = !burst && !outage && !replicas && values.kills === undefined;
  const kills = whole(values.kills, all ? KILLS : 0, '--kills');
  const seed = whole(values.seed, Math.floor(Math.random() * 1_000_000), '--seed');
  if (!all && !burst && !outage && !replicas && kills === 0 && !help) throw new Error('--kills 0 leaves nothing to do');
  return { burst: burst || all, kills, outage: outage || all, replicas: replicas || all, seed, help };
}

function whole(text: string | undefined, otherwise: number, name: string): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}"`);
  return Number(text);
}

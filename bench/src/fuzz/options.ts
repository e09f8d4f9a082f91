import { parseArgs } from 'node:util';

export const USAGE = `npm run fuzz [-- options]
  --requests N   how many to send (20000)
  --seed N       the seed of an earlier run: the same requests to the same fresh product
  --only a,b     only the operations of these services`;

export interface Options {
  readonly requests: number;
  readonly seed: number;
  /** Empty for all. */
  readonly only: readonly string[];
  readonly help: boolean;
}

/** @throws when an option is unknown or no number */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      requests: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    requests: whole(values.requests, '--requests'),
    seed: whole(values.seed, '--seed'),
    only: values.only.split(',').filter(Boolean),
    help: values.help,
  };
}

function whole(text: string, name: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}"`);
  return Number(text);
}

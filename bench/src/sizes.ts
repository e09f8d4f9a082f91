import { fillTo } from './fill.js';
import { type Lifecycles, measureLifecycles } from './lifecycles.js';
import { median } from './load.js';
import type { Product } from './product.js';
import type { Line } from './report.js';
import { CALLS, measureStored, type Stored } from './stored.js';

export interface SizeOptions {
  readonly small: number;
  readonly middle: number;
  readonly large: number;
  readonly lives: number;
  readonly seconds: number;
  readonly turns: number;
  /** Which parts of `b` and `e`. */
  readonly parts: ReadonlySet<string>;
}

/** What one product came to in one turn. */
interface Turn {
  readonly lives?: Lifecycles;
  readonly gatewayLives?: Lifecycles;
  readonly stored?: Stored;
}

export interface Sizes {
  readonly small: readonly Turn[];
  readonly middle: Turn;
  readonly large: readonly Turn[];
}

/**
 * (b) and (e): a product with few requests stored and one with many, each on its own servers, measured in turn. A machine whose speed drifts from
 * minute to minute then slows both, and the ratios of a turn stay true. While one is measured the other is idle (3 % of a processor).
 */
export async function measureSizes(small: Product, large: Product, options: SizeOptions, note: (line: string) => void): Promise<Sizes> {
  await fillTo(small, options.small, note);
  await fillTo(large, options.middle, note);
  // A service runs for weeks: its code is compiled by then.
  for (const product of [small, large]) await measureLifecycles(product, options.lives, 'services');
  note('warm');
  const [middle = {}] = await takeTurn([large], options);
  note(`measured at ${options.middle}`);
  await fillTo(large, options.large, note);
  const turns: { small: Turn; large: Turn }[] = [];
  for (let turn = 1; turn <= options.turns; turn++) {
    const [ofSmall = {}, ofLarge = {}] = await takeTurn([small, large], options);
    turns.push({ small: ofSmall, large: ofLarge });
    note(`turn ${turn} of ${options.turns} measured at ${options.small} and ${options.large}`);
  }
  return { small: turns.map((turn) => turn.small), middle, large: turns.map((turn) => turn.large) };
}

async function takeTurn(products: readonly Product[], { lives, seconds, parts }: SizeOptions): Promise<Turn[]> {
  const lived: Turn[] = [];
  for (const product of parts.has('b') ? products : []) {
    lived.push({
      lives: await measureLifecycles(product, lives, 'services'),
      gatewayLives: await measureLifecycles(product, Math.ceil(lives / 2), 'gateway'),
    });
  }
  const stored = parts.has('e') ? await measureStored(products, seconds) : [];
  return products.map((_, i) => ({ ...lived[i], stored: stored[i] }));
}

/** The table's lines, and what is to be reached. */
export function sizeLines({ small, middle, large }: Sizes, options: SizeOptions): Line[] {
  const at = (size: number) => `at ${size.toLocaleString('en')} stored`;
  return [
    ...livesLines(small, at(options.small), 120),
    ...livesLines([middle], at(options.middle)),
    ...livesLines(large, at(options.large), 110),
    ...storedLines(small, at(options.small)),
    ...storedLines([middle], at(options.middle)),
    ...storedLines(large, at(options.large)),
    ...ratioLines(small, large, `${at(options.large)} ÷ ${at(options.small)}`),
  ];
}

function livesLines(turns: readonly Turn[], at: string, atLeast?: number): Line[] {
  const lives = turns.flatMap((turn) => turn.lives ?? []);
  const gatewayLives = turns.flatMap((turn) => turn.gatewayLives ?? []);
  if (lives.length === 0) return [];
  const processes = Object.keys(lives[0]?.cpu ?? {});
  const cost = (name: string) => median(lives.map(({ cpu, perSecond }) => ((cpu[name] ?? 0) / perSecond) * 1000));
  const costs = processes.map((name) => ({ name: `    processor time of a life: ${name}`, figure: cost(name), unit: 'ms' }));
  return [
    {
      name: `(b) lifecycles ${at}`,
      figure: median(lives.map(({ perSecond }) => perSecond)),
      unit: '/s',
      reach: atLeast === undefined ? undefined : { atLeast },
    },
    ...costs.sort((a, b) => b.figure - a.figure),
    { name: `(b) lifecycles through the gateway ${at}`, figure: median(gatewayLives.map(({ perSecond }) => perSecond)), unit: '/s' },
  ];
}

const callsOf = (turns: readonly Turn[]): Stored[] => turns.flatMap((turn) => turn.stored ?? []);

function storedLines(turns: readonly Turn[], at: string): Line[] {
  const stored = callsOf(turns);
  if (stored.length === 0) return [];
  return CALLS.map((call) => ({
    name: `(e) ${call} ${at}`,
    figure: median(stored.map((calls) => calls[call].perSecond)),
    unit: `/s, p99 ${median(stored.map((calls) => calls[call].p99)).toFixed(1)} ms`,
  }));
}

/** Of each turn a ratio, and the median of them. */
function ratioLines(small: readonly Turn[], large: readonly Turn[], what: string): Line[] {
  const ratio = (figure: (turn: Turn) => number | undefined) =>
    median(small.map((turn, i) => (figure(turn) ?? Number.NaN) / (figure(large[i] as Turn) ?? Number.NaN)));
  const lives = small.some((turn) => turn.lives)
    ? [{ name: `(b) lifecycles: time ${what}`, figure: ratio((turn) => turn.lives?.perSecond), unit: '' }]
    : [];
  if (callsOf(small).length === 0) return lives;
  return [
    ...lives,
    ...CALLS.map((call) => ({
      name: `(e) ${call}: time ${what}`,
      figure: ratio((turn) => turn.stored?.[call].perSecond),
      unit: '',
      reach: { atMost: 1.3 },
    })),
  ];
}

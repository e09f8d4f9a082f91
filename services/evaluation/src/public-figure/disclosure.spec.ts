import { describe, expect, it } from '@jest/globals';
import { areaAncestry } from '@zero-distance/kernel';
import fc from 'fast-check';
import { type Parts, WHOLE, withheldAreas } from './disclosure.js';

const MINIMUM = 5;
const [D, S, T] = ['230903', '230903011', '230903012'];
const [A, B, C, E] = ['230903011001', '230903011002', '230903011003', '230903012001'];
type Own = Record<string, Parts>;

const withheld = (own: Own, unsized?: ReadonlySet<string>) =>
  [...withheldAreas(new Map(Object.entries(own)), { minimum: MINIMUM, ...(unsized && { unsized }) })].sort();

describe('a cell of fewer than the minimum', () => {
  it('is withheld, and nothing else while it cannot be computed', () => {
    expect(withheld({ [A]: [3], [B]: [2], [C]: [9] })).toEqual([A, B]);
  });

  it('takes the smallest of its sisters with it, so that the sum of the area less the others does not tell it', () => {
    expect(withheld({ [A]: [3], [B]: [7], [C]: [9] })).toEqual([A, B]);
  });

  it('takes the sum with it when there is no other', () => {
    expect(withheld({ [A]: [3] })).toEqual([WHOLE, D, S, A].sort());
    expect(withheld({ [A]: [3], [E]: [9] })).toEqual([A, S, T, E].sort());
  });

  it('is not safe beside another when their sum leaves nothing to guess', () => {
    expect(withheld({ [A]: [1], [B]: [1], [C]: [9] })).toEqual([A, B, C]);
  });

  it('is not told by what a street counts itself, nor is that told', () => {
    expect(withheld({ [S]: [2], [A]: [9], [B]: [8] })).toEqual([B]);
    expect(withheld({ [S]: [6], [A]: [3], [B]: [8] })).toEqual([A]);
  });

  it('of a share is either of its two parts: one unhappy of twenty is as few as one happy', () => {
    expect(withheld({ [A]: [19, 1], [B]: [10, 10], [C]: [30, 10] })).toEqual([A, B]);
    expect(withheld({ [A]: [20, 0], [B]: [10, 10] })).toEqual([]);
    expect(withheld({ [A]: [3, 0], [B]: [8, 0], [C]: [9, 0] }, new Set([A, B]))).toEqual([A, B]);
  });
});

it('A share is withheld of an area whose size is withheld', () => {
  expect(withheld({ [A]: [20, 20], [B]: [10, 10] }, new Set([B]))).toEqual([B]);
});

describe('whoever adds and subtracts all that is published', () => {
  const codes = [D, S, A, B, C, T, E];
  const cell = fc.tuple(fc.nat({ max: 7 }), fc.oneof(fc.constant(0), fc.nat({ max: 7 })));
  const tables = fc.array(fc.tuple(fc.constantFrom(...codes), cell), { maxLength: 5 }).map((cells) => Object.fromEntries(cells) as Own);

  it('never computes a small count, nor a small part of a share beside the published counts it is of', () => {
    fc.assert(
      fc.property(tables, (own) => {
        const unsized = new Set(withheld(sizesOf(own)));
        const published = { sizes: unsized, parts: new Set(withheld(own, unsized)) };
        for (const secret of secretsOf(own, published)) expect([secret, hasAlternative(own, published, secret)]).toEqual([secret, true]);
      }),
      { numRuns: 200 },
    );
  });

  it('never computes a small part of a share whose size is not published', () => {
    fc.assert(
      fc.property(tables, (own) => {
        const published = { sizes: undefined, parts: new Set(withheld(own)) };
        for (const secret of secretsOf(own, published)) expect([secret, hasAlternative(own, published, secret)]).toEqual([secret, true]);
      }),
      { numRuns: 200 },
    );
  });
});

/** What is withheld of sizes (undefined: of all) and of shares. */
interface Withheld {
  readonly sizes: ReadonlySet<string> | undefined;
  readonly parts: ReadonlySet<string>;
}
/** The sum of one weighted cell of some areas: `[1, 0]` those who did, `[1, 1]` all. */
interface Sum {
  readonly codes: readonly string[];
  readonly weights: readonly [number, number];
}

const sizesOf = (own: Own): Own =>
  Object.fromEntries(Object.entries(own).map(([code, parts]) => [code, [parts.reduce((all, part) => all + part, 0)]]));
const amountOf = (own: Own, { codes, weights }: Sum): number =>
  codes.reduce((all, code) => all + weights[0] * (own[code]?.[0] ?? 0) + weights[1] * (own[code]?.[1] ?? 0), 0);
const SIZE: Sum['weights'] = [1, 1];
const PARTS: readonly Sum['weights'][] = [
  [1, 0],
  [0, 1],
];
const within = (own: Own, area: string): string[] => Object.keys(own).filter((code) => code.startsWith(area));

/** Every cell below the minimum that is not published, what a larger area counts itself included. */
function secretsOf(own: Own, { sizes, parts }: Withheld): Sum[] {
  const selves = Object.keys(own).filter((code) => code.length < 12);
  const cells = (hidden: ReadonlySet<string>) => [...[...hidden].map((area) => within(own, area)), ...selves.map((code) => [code])];
  const sums = [
    ...cells(sizes ?? new Set()).map((codes) => ({ codes, weights: SIZE })),
    ...cells(parts).flatMap((codes) => PARTS.map((weights) => ({ codes, weights }))),
  ];
  const isSmall = (value: number) => value > 0 && value < MINIMUM;
  return sums.filter((sum) => isSmall(amountOf(own, sum)) && (sizes || sum.weights !== SIZE));
}

/** All that is published: sums over areas. */
function publishedSums(own: Own, { sizes, parts }: Withheld): Sum[] {
  const areas = [...new Set(Object.keys(own).flatMap((code) => [...areaAncestry(code), WHOLE]))];
  const shown = (hidden: ReadonlySet<string>) => areas.filter((area) => !hidden.has(area)).map((area) => within(own, area));
  return [
    ...(sizes ? shown(sizes).map((codes) => ({ codes, weights: SIZE })) : []),
    ...shown(parts).flatMap((codes) => PARTS.map((weights) => ({ codes, weights }))),
  ];
}

/**
 * Is there another table that would be published the same, in which the secret has another value? Tried out on all tables: what each
 * area counts itself is unknown, but not empty; every published sum is known.
 */
function hasAlternative(own: Own, published: Withheld, secret: Sum): boolean {
  const codes = Object.keys(own).filter((code) => own[code]?.some((part) => part > 0));
  const known = publishedSums(own, published);
  const truth = amountOf(own, secret);
  const search = (at: number, left: readonly number[], guess: Own): boolean => {
    const code = codes[at];
    if (code === undefined) return left.every((value) => value === 0) && amountOf(guess, secret) !== truth;
    const [did = 0, didNot = 0] = own[code] ?? [];
    // Nearest to the truth first: most alternatives are one case away.
    for (const one of nearest(did)) {
      for (const other of nearest(didNot)) {
        if (one + other === 0) continue;
        const rest = known.map(({ codes: summed, weights }, i) => {
          return (left[i] as number) - (summed.includes(code) ? weights[0] * one + weights[1] * other : 0);
        });
        if (rest.every((each) => each >= 0) && search(at + 1, rest, { ...guess, [code]: [one, other] })) return true;
      }
    }
    return false;
  };
  return search(
    0,
    known.map((sum) => amountOf(own, sum)),
    {},
  );
}

const nearest = (value: number): number[] => [0, 1, -1].map((step) => value + step).filter((each) => each >= 0);

import { asCode } from '@zero-distance/kernel';
import { Transform } from 'class-transformer';
import { Max, Min, ValidateBy } from 'class-validator';
import { Documented } from './documented.js';
import { together } from './nested.js';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Accepts a sign, so that a negative number is reported as too small. */
const DIGITS = /^-?\d+$/;
/** No number of ours has so many digits. */
const LOOKED_AT = 64;

/** A whole number of a body. */
export const Whole = ({ min, max }: Range): PropertyDecorator =>
  together(
    ValidateBy({ name: 'whole', validator: { validate: (value: unknown) => typeof value === 'number' && Number.isInteger(value) } }),
    Min(min),
    Max(max),
    Documented({ type: 'integer', minimum: min, maximum: max }),
    OneZero(),
  );

/**
 * A whole number of a query or an address, where everything is a text: plain decimal digits in any width, and nothing else that JavaScript
 * takes for a number (`1e1`, `0x5`, `5.0`). An empty one is missing.
 */
export const WholeText = (range: Range): PropertyDecorator =>
  together(
    Transform(({ value }) => (typeof value === 'string' ? readDigits(value) : value)),
    Whole(range),
  );

function readDigits(typed: string): unknown {
  const code = typed.length > LOOKED_AT ? typed : asCode(typed);
  if (code === '') return undefined;
  return DIGITS.test(code) && typed.trim() === typed ? Number(code) : typed;
}

/**
 * An amount or a measure of a body, with as many decimals as are kept. Never class-validator's `@IsNumber`, which throws on numbers that
 * JavaScript writes with an exponent (`1e-7`).
 */
export const Decimal = ({
  min,
  max,
  decimals,
  each = false,
}: Range & { readonly decimals: number; readonly each?: boolean }): PropertyDecorator =>
  together(
    ValidateBy({ name: 'decimal', validator: { validate: (value: unknown) => Number.isFinite(value) } }, { each }),
    Min(min, { each }),
    Max(max, { each }),
    Documented({ minimum: min, maximum: max }),
    ValidateBy(
      {
        name: 'decimals',
        constraints: [decimals],
        validator: { validate: (value: unknown) => typeof value === 'number' && Number(value.toFixed(decimals)) === value },
      },
      { each },
    ),
    OneZero(),
  );

/** There is one nought: `-0` comes through as 0. */
const OneZero = (): PropertyDecorator =>
  Transform(({ value }) => (Array.isArray(value) ? value.map(withoutSign) : withoutSign(value as unknown)));

const withoutSign = (value: unknown): unknown => (value === 0 ? 0 : value);

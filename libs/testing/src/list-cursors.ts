/** Values that a caller may put where a cursor has one of the same type: the least and the greatest of each, and what is none. */
const TEXTS = [
  '',
  '\uffff',
  '\0',
  'x'.repeat(10_000),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-7fff-bfff-ffffffffffff',
  '0001-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59.999999-23:59',
  '-infinity',
];
const NUMBERS = [
  0,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  -(2 ** 31) - 1,
  2 ** 63,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  1e300,
  0.5,
];

/** Cursors as somebody would make them up who has seen one: each of its values replaced in turn by the extremes of all kinds. */
export function forgedCursors(cursor: string): string[] {
  const [list, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  return values.flatMap((_, at) =>
    [...TEXTS, ...NUMBERS].map((value) => Buffer.from(JSON.stringify([list, ...values.with(at, value)])).toString('base64url')),
  );
}

import type { Random } from './draw.js';
import { among } from './draw.js';

/** Values that have broken systems of this kind, by kind. None is anybody's. */
const TEXTS = [
  '',
  ' ',
  '\u3000\u200b\ufeff',
  '\0',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202d13800001234\u202c',
  '𠮷㐂·买买提👨‍👩‍👧‍👦',
  'Z\u0351\u036b\u0343\u032a\u0302',
  'é'.normalize('NFD'),
  '０１２ＡＢＣ',
  '\r\nSet-Cookie: a=b',
  "' or 1=1 --",
  '"; drop table request; --',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '#{7*7}',
  '%00%0d%0a',
  '%s%n%x',
  '../../../../etc/passwd',
  String.raw`\..\..\..\metrics`,
  'http://169.254.169.254/latest',
  '=cmd|1!A1',
  'null',
  'undefined',
  'NaN',
  'true',
  '__proto__',
  'constructor',
  '-1',
  '1e400',
  '0x10',
  'ي١٢٣',
  '①③⑧',
  'I\u0307ıſK',
  '\u{10ffff}\ufffe',
  'x'.repeat(5_001),
  '长'.repeat(70_000),
];

const TIMES = [
  '2026-02-30T00:00:00Z',
  '2098-12-31T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-12:00',
  '+010000-01-01T00:00:00Z',
  '2026-11-27',
  '2026-11-27T24:00:00Z',
  '2026-11-27T10:00:00',
  '2026-11-27T10:00:00+23:59',
  '2026-11-27T10:00:00.123456789Z',
  '1900-01-01T00:00:00Z',
  '1753-01-01T00:00:00+08:05',
  '2026-W48',
  '9999-12',
  '0000-00',
  '2026-13',
  '10000-01',
];

const CODES = [
  '230903011001',
  '230903011001007',
  '2309030110010071',
  '999999',
  '01',
  'HOUSING-BUREAU',
  'housing-bureau ',
  '019800000000',
  '٢٣٠٩٠٣',
];
const IDS = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '01980D5E-7C1A-7000-8000-000000000000',
  '{01980d5e-7c1a-7000-8000-000000000000}',
  '01980d5e7c1a70008000000000000000',
];
const NUMBERS = [0, -1, -0, 1.5, 1e21, 1e300, -1e300, 5e-324, 2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER, 32_768, 1e15];
const OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [{}],
  { a: { b: {} } },
  ['', 1, {}],
  { toString: 1 },
  { length: -1 },
];

/** A text to stand in a path, a query or a header as well as in a body. */
export const hostileText = (random: Random): string => among(random, among(random, [TEXTS, TIMES, CODES, IDS]));

/** Any JSON value that ought to be refused, or survived. */
export function hostileValue(random: Random): unknown {
  const kind = random();
  if (kind < 0.55) return hostileText(random);
  if (kind < 0.75) return among(random, NUMBERS);
  if (kind < 0.95) return among(random, OTHERS);
  return among(random, LARGE)();
}

const LARGE: readonly (() => unknown)[] = [
  () => Array.from({ length: 20_000 }, (_, index) => index),
  () => Array.from({ length: 5_000 }, () => ({})),
  () => Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, index])),
  () => nested(500),
];

/** `[[[…]]]`, so deep. */
function nested(depth: number): unknown {
  let value: unknown = [];
  for (let level = 1; level < depth; level += 1) value = [value];
  return value;
}

/** A body as bytes that is not what its content type says, or more than anybody needs. */
export function hostileBody(random: Random, valid: string): { readonly body: Buffer; readonly contentType: string } {
  const json = 'application/json';
  const bodies: readonly (() => readonly [Buffer | string, string])[] = [
    () => ['', json],
    () => [valid.slice(0, Math.floor(random() * valid.length)), json],
    () => [`\ufeff${valid}`, json],
    () => [Buffer.from(valid, 'utf16le'), json],
    () => [Buffer.from([0x7b, 0x22, 0xc2, 0xb7, 0xb5, 0xc6, 0x22, 0x7d]), `${json}; charset=GBK`],
    () => [Buffer.concat([Buffer.from(valid.slice(0, -2)), Buffer.from([0xe8, 0xb7])]), json],
    () => [valid, among(random, ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', `${json}; charset=latin1`, 'a', ''])],
    () => [`${'['.repeat(5_000)}${']'.repeat(5_000)}`, json],
    () => [`{"a":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_001)}`, json],
    () => [`{${Array.from({ length: 60_000 }, (_, index) => `"k${index}":${index}`).join(',')}}`, json],
    () => [`{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}},${valid.slice(1)}`, json],
    () => [`{"title":"a","title":"b",${valid.slice(1)}`, json],
    () => [`"${'\\u0041'.repeat(150_000)}"`, json],
    () => [`${' '.repeat(900_000)}${valid}`, json],
    () => ['x'.repeat(1_100_000), json],
    () => ['[]', json],
    () => ['null', json],
    () => ['1e999999', json],
    () => [valid.replaceAll(',', ',,'), json],
  ];
  const [body, contentType] = among(random, bodies)();
  return { body: Buffer.from(body), contentType };
}

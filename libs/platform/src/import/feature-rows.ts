import { isUtf8 } from 'node:buffer';
import { tooMuchIn } from '../http/json-shape.js';
import { unreadable } from './import.errors.js';
import { importColumns } from './import-columns.js';
import type { ImportedRegister } from './importable.js';

/**
 * What a file of 16 MiB may hold once it is read: coordinates in the shortest spelling would be ten times the memory of coordinates as maps have them.
 * A collection, its features, a geometry, polygons, rings, positions, numbers: 9 levels.
 */
const FILE_SHAPE = { depth: 16, members: 200_000, values: 2_000_000 };

/** One feature of a file: what it is called, and where it is. */
export interface FeatureRow {
  /** Its place in the file: the first is 1. */
  readonly row: number;
  readonly code: string | number | undefined;
  readonly geometry: unknown;
}

/** The name of the member that says what a feature is called, and the header that people know it by. */
export function keyOfFeatures(register: ImportedRegister): { readonly member: string; readonly header: string } {
  const key = importColumns(register).find(({ part }) => part === 'key');
  if (!key) throw new Error(`${register.register} cannot be imported as GeoJSON: its rows have no key`);
  return { member: key.path[0], header: key.header };
}

/** Where a fault of a feature's geometry is told. */
export const GEOMETRY = { letter: 'geometry', header: '图形 / geometry' };

/** The features of a FeatureCollection (RFC 7946). Throws the refusal of a file that is none, or holds too much. */
export function featureRows(register: ImportedRegister, bytes: Buffer): FeatureRow[] {
  const { member, header } = keyOfFeatures(register);
  const names = [member, header, ...header.split(' / ')];
  return featuresOf(bytes).map((feature, at) => {
    const { properties, geometry, id } = asObject(feature) ?? notFeatures();
    const given = asObject(properties) ?? {};
    const named = names.map((name) => given[name]).find((value) => value !== undefined && value !== null);
    return { row: at + 1, code: codeOf(named ?? id), geometry };
  });
}

/** Programs of geographers keep a code of digits as a number. */
const codeOf = (value: unknown): FeatureRow['code'] =>
  typeof value === 'string' || Number.isSafeInteger(value) ? (value as string) : undefined;

function featuresOf(bytes: Buffer): readonly unknown[] {
  if (!isUtf8(bytes)) throw unreadable('编码不是 UTF-8', 'it is not in UTF-8');
  if (tooMuchIn(bytes, FILE_SHAPE))
    throw unreadable('要素、坐标过多或嵌套过深，请分成几个文件', 'it holds too many features or coordinates: divide it');
  const { type, features } = asObject(parsed(bytes)) ?? notFeatures();
  return type === 'FeatureCollection' && Array.isArray(features) ? features : notFeatures();
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return notFeatures();
  }
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

const notFeatures = (): never => {
  throw unreadable('不是有效的 GeoJSON FeatureCollection', 'it is not a valid FeatureCollection of GeoJSON');
};

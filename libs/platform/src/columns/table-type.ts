import type { FastifyRequest } from 'fastify';
import { BODY_LIMIT_BYTES, TABLE_LIMIT_BYTES } from '../errors.js';
import { GEOJSON, WORKBOOK } from './export-format.js';

/** Rows of one file: more come in several files. */
export const MOST_IMPORTED_ROWS = 100_000;

/** The types of tables that come as files. */
const TABLE_TYPES = ['text/csv', WORKBOOK.mediaType];

/** The types of all files of registers: what stands on a map comes as GeoJSON. */
export const REGISTER_FILE_TYPES = [...TABLE_TYPES, GEOJSON.mediaType];

/** The type that a body is declared as. */
export const bodyTypeOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string =>
  ((headers['content-type'] ?? '').split(';', 1)[0] as string).trim().toLowerCase();

/** Whether the body of a request is a file of a register. */
export const isTable = (request: Pick<FastifyRequest, 'headers'>): boolean => REGISTER_FILE_TYPES.includes(bodyTypeOf(request));

/** How many bytes the body of a request may have. */
export const bodyLimitOf = (request: FastifyRequest): number => (isTable(request) ? TABLE_LIMIT_BYTES : BODY_LIMIT_BYTES);

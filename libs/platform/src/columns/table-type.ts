import type { FastifyRequest } from 'fastify';
import { BODY_LIMIT_BYTES, TABLE_LIMIT_BYTES } from '../errors.js';
import { WORKBOOK } from './export-format.js';

/** Rows of one file: more come in several files. */
export const MOST_IMPORTED_ROWS = 100_000;

/** The types of tables that come as files. */
export const TABLE_TYPES = ['text/csv', WORKBOOK.mediaType];

/** Whether the body of a request is a table. */
export const isTable = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean => {
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  return TABLE_TYPES.some((one) => one === type.trim().toLowerCase());
};

/** How many bytes the body of a request may have. */
export const bodyLimitOf = (request: FastifyRequest): number => (isTable(request) ? TABLE_LIMIT_BYTES : BODY_LIMIT_BYTES);

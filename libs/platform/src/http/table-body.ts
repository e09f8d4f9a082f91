import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GEOJSON } from '../columns/export-format.js';
import { bodyTypeOf, isTable, REGISTER_FILE_TYPES } from '../columns/table-type.js';
import { refuseRequest, TABLE_LIMIT_BYTES } from '../errors.js';
import { assertPlain } from './json-body.js';

/** What a file of a register is written in. */
export type FileForm = 'csv' | 'workbook' | 'geojson';

/** A table that came as the body of a request, or what stands on a map. */
export interface TableFile {
  readonly bytes: Buffer;
  /** SHA-256 of the bytes: the same file is known again by it. Kept nowhere but keyed: whoever guesses a row could confirm it. */
  readonly digest: string;
  readonly form: FileForm;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The body, when it is a table. */
    table: TableFile | undefined;
  }
  interface FastifyContextConfig {
    /** The route takes a table as its body. */
    takesTable?: boolean;
  }
}

/** The config of a route that takes a table. */
export const TABLE_ROUTE = { takesTable: true } as const;

/**
 * Takes tables as bodies, where the route is marked for them; elsewhere one is refused before its first byte is read. They may be larger than other
 * bodies, and count for the memory of their caller like them.
 */
export function acceptTables(fastify: FastifyInstance): void {
  fastify.decorateRequest('table', undefined);
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (isTable(request) && !request.routeOptions.config.takesTable) throw refuseRequest('media_type_not_supported');
    done(null, payload);
  });
  const options = { parseAs: 'buffer', bodyLimit: TABLE_LIMIT_BYTES } as const;
  fastify.addContentTypeParser<Buffer>([...REGISTER_FILE_TYPES], options, (request, bytes, done) => {
    assertPlain(request.headers['content-encoding']);
    request.table = { bytes, digest: createHash('sha256').update(bytes).digest('base64url'), form: formOf(bodyTypeOf(request)) };
    done(null, undefined);
  });
}

const formOf = (type: string): FileForm => {
  if (type === GEOJSON.mediaType) return 'geojson';
  return type === 'text/csv' ? 'csv' : 'workbook';
};

/** `@Table() file: TableFile`: the table that is the body. Refuses (415) when the body is anything else. On a route with `@RouteConfig(TABLE_ROUTE)`. */
export const Table = createParamDecorator((_data: unknown, context: ExecutionContext): TableFile => {
  const { table } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!table) throw refuseRequest('table_missing');
  return table;
});

import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, type Observable } from 'rxjs';
import { ACCESS_TABLE, type AccessName } from '../access/access.js';
import { ACCESS } from '../auth/auth.decorators.js';
import { isFeature } from '../columns/dto-columns.js';
import { exportFormat, featuresFormat } from '../columns/export-format.js';
import { refuseRequest } from '../errors.js';
import type { Page } from '../paging/page.js';
import { exportColumns } from './export-columns.js';
import { Exports } from './exports.service.js';
import { FEATURE_COLUMNS } from './geojson.js';

/** The metadata of a list: the DTO of its items. */
export const LIST_OF = 'zero-distance:list-of';
/** The metadata of a list that leaves as no file. */
export const NO_FILE = 'zero-distance:no-file';

/**
 * Answers a list as a file when `Accept` asks for one: page after page of the same list, as its handler gives them to this caller, so that a
 * file shows nothing that the list would not. It is written as it is read, and no more is read than the caller takes. Of a public list a file is one page.
 */
@Injectable()
export class ExportInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  intercept(context: ExecutionContext, list: CallHandler<Page<unknown>>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { accept } = request.headers;
    if (request.method !== 'GET' || accept === undefined) return list.handle();
    const item = this.reflector.get<Type>(LIST_OF, context.getHandler());
    const isOnMaps = isFeature(item);
    const format = isOnMaps ? featuresFormat(accept) : exportFormat(accept);
    if (!format) return list.handle(); // nearly always
    if (this.reflector.get<boolean>(NO_FILE, context.getHandler())) throw refuseRequest('no_file');
    const access = this.reflector.get<AccessName>(ACCESS, context.getHandler());
    const columns = isOnMaps ? FEATURE_COLUMNS : exportColumns(item);
    if (ACCESS_TABLE[access].reach !== 'public') return from(this.exports.fileOf({ request, access, format, columns, list }));
    return from(this.exports.pageOf({ access, format, columns, list }, context.switchToHttp().getResponse<FastifyReply>()));
  }
}

import { applyDecorators, HttpCode, SetMetadata, type Type, UseInterceptors } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { DomainError } from '@zero-distance/kernel';
import { isFeature } from '../columns/dto-columns.js';
import { refuseRequest } from '../errors.js';
import { ExportInterceptor, LIST_OF, NO_FILE } from '../export/export.interceptor.js';
import { itemOf } from '../paging/page-of.js';
import { HEADERS, type HeaderName } from './answer-headers.js';

/** What one operation is called, answers and refuses. */
export interface OperationOptions {
  readonly zh: string;
  readonly en: string;
  /** The DTO answered; none for an empty answer (204). */
  readonly answers?: Type;
  /** Media types of an answer that is a file. */
  readonly files?: readonly string[];
  /** A list that leaves the house as no file: of people who must not be taken away all at once. */
  readonly noFile?: true;
  /** A part of the file may be asked for, and is answered with 206. */
  readonly inRanges?: boolean;
  /** What its answer says in headers, besides what follows from the answer itself. */
  readonly headers?: readonly HeaderName[];
  /** 200 unless said otherwise; 201 for what creates, and its answer needs an `id` for the Location header. */
  readonly status?: 200 | 201 | 202 | 204;
  /** The service's own refusals: `[refuse('work_order.not_found')]`. The common ones (401, 403, 422, 429, …) are added automatically. */
  readonly errors?: readonly DomainError[];
}

/** Where the document says that a list can be taken as a file; carried there and taken out again. */
export const EXPORT_EXTENSION = 'x-zero-distance-export';

/** One error as the document shows it; carried there as an extension and taken out again. */
export interface DocumentedError {
  readonly code: string;
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  /** The text of the answer that is shown, with values in it. */
  readonly example: string;
  readonly retryAfterSeconds: number | undefined;
}
export const DOCUMENTED_ERRORS = 'x-zero-distance-errors';

export const documented = (error: DomainError): DocumentedError => ({
  code: error.code,
  status: error.status,
  zh: error.text('zh-CN'),
  en: error.text('en'),
  example: error.exampleText('zh-CN'),
  retryAfterSeconds: error.definition.retryAfterSeconds,
});

/** Describes an operation to OpenAPI, sets its status, and lets a list be taken as a file. Every operation has one. */
export function Operation({
  zh,
  en,
  answers,
  files,
  noFile,
  inRanges,
  headers = [],
  status,
  errors = [],
}: OperationOptions): MethodDecorator {
  const success = status ?? (answers || files ? 200 : 204);
  const item = answers && itemOf(answers);
  return applyDecorators(
    ...(item
      ? [
          SetMetadata(LIST_OF, item),
          UseInterceptors(ExportInterceptor),
          noFile ? SetMetadata(NO_FILE, true) : ApiExtension(EXPORT_EXTENSION, isFeature(item) ? 'features' : 'tables'),
        ]
      : []),
    HttpCode(success),
    ApiOperation({ summary: `${zh} / ${en}` }),
    ApiResponse({
      status: success,
      description: success === 201 ? '已创建 / Created' : '成功 / Done',
      ...(answers && { type: answers }),
      ...(headers.length > 0 && { headers: Object.fromEntries(headers.map((name) => [name, HEADERS[name]])) }),
    }),
    ...(files ? [ApiResponse(fileAnswer(200, files))] : []),
    ...(files && inRanges ? [ApiResponse(fileAnswer(206, files))] : []),
    ApiExtension(DOCUMENTED_ERRORS, [...errors, ...(noFile ? [refuseRequest('no_file')] : [])].map(documented)),
  );
}

const fileAnswer = (status: 200 | 206, types: readonly string[]) => ({
  status,
  description: status === 206 ? '所请求的范围 / The range that was asked for' : '文件内容 / The file',
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
});

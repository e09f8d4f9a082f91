import type { OperationObject, ResponseObject } from '@nestjs/swagger';
import { type AccessName, exportScopeOf } from '../access/access.js';
import { WORKBOOK } from '../columns/export-format.js';
import { HEADERS } from './answer-headers.js';
import { EXPORT_EXTENSION } from './operation.js';

const FILE = { schema: { type: 'string' as const } };
const FILES = { 'text/csv': FILE, [WORKBOOK.mediaType]: FILE };

/** Says of a list that needs a token that it can be taken as a file, how, and what that needs. */
export function addExport(operation: OperationObject, method: string, access: AccessName): void {
  const extended = operation as OperationObject & { [EXPORT_EXTENSION]?: boolean };
  const isList = extended[EXPORT_EXTENSION];
  delete extended[EXPORT_EXTENSION];
  if (!isList || method !== 'get' || (operation.security ?? []).length === 0) return;
  const answer = operation.responses[200] as ResponseObject;
  answer.content = { ...answer.content, ...FILES };
  answer.headers = { ...answer.headers, 'Content-Disposition': HEADERS['Content-Disposition'] };
  const scope = exportScopeOf(access);
  operation.description += `\n\n导出：\`Accept: text/csv\`（UTF-8；加 \`;charset=gb18030\` 为 GB18030）或 xlsx 类型，得到全部各页的文件，需另有权限范围 \`${scope}\`，并留下查看记录；\`limit\` 不起作用，\`cursor\` 之前的不在其中。\n\nAs a file: \`Accept: text/csv\` (UTF-8; \`;charset=gb18030\` for GB18030) or the type of xlsx gives all pages, needs the scope \`${scope}\` too and leaves an access record; \`limit\` has no effect, and what comes before \`cursor\` is not in it.`;
}

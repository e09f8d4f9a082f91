import type { OperationObject, ResponseObject } from '@nestjs/swagger';
import { type AccessName, exportScopeOf } from '../access/access.js';
import { GEOJSON, WORKBOOK } from '../columns/export-format.js';
import { HEADERS } from './answer-headers.js';
import { EXPORT_EXTENSION } from './operation.js';

const FILE = { schema: { type: 'string' as const } };
const TABLES = {
  content: { 'text/csv': FILE, [WORKBOOK.mediaType]: FILE },
  zh: '`Accept: text/csv`（UTF-8；加 `;charset=gb18030` 为 GB18030）或 xlsx 类型',
  en: '`Accept: text/csv` (UTF-8; `;charset=gb18030` for GB18030) or the type of xlsx',
};
const FEATURES = {
  content: { [GEOJSON.mediaType]: FILE },
  zh: '`Accept: application/geo+json`（FeatureCollection）',
  en: '`Accept: application/geo+json` (a FeatureCollection)',
};

/** Says of a list that needs a token that it can be taken as a file, how, and what that needs. */
export function addExport(operation: OperationObject, method: string, access: AccessName): void {
  const extended = operation as OperationObject & { [EXPORT_EXTENSION]?: 'tables' | 'features' };
  const exported = extended[EXPORT_EXTENSION];
  delete extended[EXPORT_EXTENSION];
  if (!exported || method !== 'get') return;
  const isPublic = (operation.security ?? []).length === 0;
  const answer = operation.responses[200] as ResponseObject;
  const { content, zh, en } = exported === 'features' ? FEATURES : TABLES;
  answer.content = { ...answer.content, ...content };
  answer.headers = { ...answer.headers, 'Content-Disposition': HEADERS['Content-Disposition'] };
  if (isPublic) {
    operation.description += `\n\n导出：${zh}，得到这一页的文件，下一页见 \`Link\`。\n\nAs a file: ${en} gives this page; \`Link\` says the next.`;
    return;
  }
  const scope = exportScopeOf(access);
  operation.description += `\n\n导出：${zh}，得到全部各页的文件，需另有权限范围 \`${scope}\`，并留下查看记录；\`limit\` 不起作用，\`cursor\` 之前的不在其中。\n\nAs a file: ${en} gives all pages, needs the scope \`${scope}\` too and leaves an access record; \`limit\` has no effect, and what comes before \`cursor\` is not in it.`;
}

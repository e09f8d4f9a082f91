import { defineErrors, type ErrorDefinition } from '@zero-distance/kernel';
import { JSON_LIMITS } from './http/json-shape.js';
import { MOST_PARAMETERS } from './http/request-target.js';

/** 1 MiB: no resource comes near it; photos have their own route. */
export const BODY_LIMIT_BYTES = 1_048_576;

/** 16 MiB for a table that is imported: as much as all bodies of one caller may take at once. */
export const TABLE_LIMIT_BYTES = 16 * BODY_LIMIT_BYTES;

/** The refusals common to all services. Code: `platform.<key>`. */
const PLATFORM_ERRORS = {
  malformed_json: {
    status: 400,
    zh: '请求体不是有效的 JSON，请检查引号、逗号和括号。',
    en: 'The body is not valid JSON: check its quotes, commas and brackets.',
  },
  malformed_utf8: {
    status: 400,
    zh: '请求体不是有效的 UTF-8，请用 UTF-8 编码发送。',
    en: 'The body is not valid UTF-8: send it in that encoding.',
  },
  malformed_request: {
    status: 400,
    zh: '这不是有效的 HTTP 请求，连接已关闭。',
    en: 'This is not a valid HTTP request; the connection is closed.',
  },
  one_host: {
    status: 400,
    zh: '请求必须有且只能有一个有效的 Host 头。',
    en: 'A request must have exactly one Host header, and a valid one.',
  },
  target_invalid: {
    status: 400,
    zh: '请求地址含有路径中不允许的字符（如 \\ 或 #，请按 RFC 3986 编码），或含有“.”“..”路径段。',
    en: 'The target of the request has characters that a path may not have (such as \\ or #: encode them as RFC 3986 says), or a segment `.` or `..`.',
  },
  too_many_parameters: {
    status: 400,
    zh: '查询参数超过 {limit} 个。',
    en: 'The query has more than {limit} parameters.',
    examples: { limit: MOST_PARAMETERS },
  },
  request_timeout: {
    status: 408,
    zh: '请求未在规定时间内发送完毕，连接已关闭。',
    en: 'The request was not sent in time; the connection is closed.',
  },
  framing_too_large: {
    status: 413,
    zh: '请求体的分块扩展过大，连接已关闭。',
    en: 'The chunk extensions of the body are too large; the connection is closed.',
  },
  head_too_large: {
    status: 431,
    zh: '请求头过大，连接已关闭。',
    en: 'The head of the request is too large; the connection is closed.',
  },
  bad_request: { status: 400, zh: '无法理解该请求：{reason}。', en: 'The request cannot be understood: {reason}.' },
  invalid_input: {
    status: 422,
    zh: '有 {count} 处输入不符合要求，详见 errors。',
    en: '{count} input value(s) are not acceptable; see errors.',
  },
  personal_data_in_public_text: {
    status: 422,
    zh: '有 {count} 处文本可能公开或供他人查阅，其中似有个人信息，详见 errors；请删除后再提交。',
    en: '{count} text(s) that may become public or be read by others seem to hold personal data; see errors, and take it out.',
  },
  invalid_cursor: {
    status: 422,
    zh: '分页游标无效，请原样使用上一页返回的 next。',
    en: 'The cursor is not valid: use `next` of the previous page as it was given.',
  },
  sort_of_changes: {
    status: 422,
    zh: '按 updatedSince 查询时按变更先后排列，请去掉 sort。',
    en: 'What has changed since a time is listed in the order of the changes: leave out `sort`.',
  },
  token_missing: {
    status: 401,
    zh: '缺少访问令牌，请在 Authorization 头中提供 Bearer 令牌。',
    en: 'An access token is missing: send it as Bearer in the Authorization header.',
  },
  token_invalid: { status: 401, zh: '访问令牌无效：{zh}。', en: 'The access token is not valid: {en}.' },
  link_invalid: {
    status: 404,
    zh: '链接无效：请使用短信中的完整链接。',
    en: 'This link is not valid: use the whole link as it was sent.',
  },
  link_expired: { status: 410, zh: '链接已过期。', en: 'This link has expired.' },
  no_file: { status: 403, zh: '该名单不能导出为文件；请逐页查看。', en: 'This list leaves as no file: read it page by page.' },
  scope_missing: { status: 403, zh: '该操作需要权限范围“{scope}”。', en: 'This operation needs the scope "{scope}".' },
  organisation_retired: {
    status: 403,
    zh: '贵单位“{organisation}”已撤销，由“{successor}”承接，请使用承接单位的账号或客户端。',
    en: 'Your organisation "{organisation}" is no more: "{successor}" took over its work. Use an account or client of that one.',
  },
  role_missing: { status: 403, zh: '该操作需要以下角色之一：{roles}。', en: 'This operation needs one of the roles: {roles}.' },
  organisation_missing: {
    status: 403,
    zh: '承办单位的令牌必须写明所代表的单位（org），否则不能查看或办理任何事项。',
    en: 'A handler\'s token must say which organisation it acts for ("org"): without it, it may see and do nothing.',
  },
  area_not_allowed: {
    status: 403,
    zh: '区域 {area} 不在您的管辖范围（{scope}）内。',
    en: 'Area {area} is outside the area you may act in ({scope}).',
  },
  not_found: { status: 404, zh: '没有这个地址：{method} {path}。', en: 'There is nothing at {method} {path}.' },
  method_not_allowed: {
    status: 405,
    zh: '该地址不支持 {method}，可用：{allowed}。',
    en: '{method} is not supported here; supported: {allowed}.',
  },
  body_too_large: { status: 413, zh: '请求体超过上限 {limit} 字节。', en: 'The body is larger than the limit of {limit} bytes.' },
  media_type_not_supported: {
    status: 415,
    zh: '请求体必须是 application/json。',
    en: 'The body must be sent as application/json.',
  },
  table_missing: {
    status: 415,
    zh: '请求体必须是 CSV（text/csv）或 Excel 工作簿（xlsx），请在 Content-Type 中注明。',
    en: 'The body must be CSV (text/csv) or a workbook (xlsx): say which in Content-Type.',
  },
  charset_not_supported: {
    status: 415,
    zh: '请求体只能用 UTF-8 编码，不支持其他字符集（如 GBK）。',
    en: 'The body must be sent in UTF-8: no other charset (such as GBK) is supported.',
  },
  content_encoding_not_supported: {
    status: 415,
    zh: '不支持压缩的请求体（Content-Encoding），请直接发送。',
    en: 'A compressed body (Content-Encoding) is not supported: send it as it is.',
  },
  body_too_deep: {
    status: 422,
    zh: '请求体嵌套超过 {limit} 层。',
    en: 'The body nests objects and lists more than {limit} deep.',
    examples: { limit: JSON_LIMITS.depth },
  },
  body_too_wide: {
    status: 422,
    zh: '请求体中有对象或数组超过 {limit} 项。',
    en: 'An object or a list of the body has more than {limit} members.',
    examples: { limit: JSON_LIMITS.members },
  },
  body_too_many_values: {
    status: 422,
    zh: '请求体中的值超过 {limit} 个。',
    en: 'The body has more than {limit} values.',
    examples: { limit: JSON_LIMITS.values },
  },
  idempotency_key_invalid: {
    status: 400,
    zh: 'Idempotency-Key 必须是 1–128 个可见 ASCII 字符，可用双引号括起。',
    en: 'Idempotency-Key must be 1 to 128 visible ASCII characters, with or without double quotes around them.',
  },
  if_match_invalid: {
    status: 400,
    zh: 'If-Match 必须是之前返回的 ETag，例如 "3"。',
    en: 'If-Match must be the ETag that was answered before, such as "3".',
  },
  if_match_required: {
    status: 428,
    zh: '修改前请读取最新数据，并在 If-Match 中带上其 ETag。',
    en: 'Read the resource first and send its ETag in If-Match.',
  },
  rate_limited: { status: 429, zh: '请求过于频繁，请在 {seconds} 秒后重试。', en: 'Too many requests: try again in {seconds} seconds.' },
  too_many_at_once: {
    status: 429,
    zh: '同一地址同时进行的请求过多，请待前面的请求完成后再试。',
    en: 'Too many requests of one address are under way: wait until those before are answered.',
  },
  overloaded: {
    status: 503,
    zh: '当前请求过多，系统暂时无法受理，请稍后重试。',
    en: 'More requests are coming than can be handled: try again in a moment.',
  },
  database_unavailable: {
    status: 503,
    zh: '数据库暂时不可用，请稍后重试。',
    en: 'The database is not available for the moment: try again soon.',
  },
  issuer_unavailable: {
    status: 503,
    zh: '暂时无法取得令牌签发方的公钥，请稍后重试。',
    en: "The token issuer's keys cannot be had for the moment: try again soon.",
  },
  unexpected: {
    status: 500,
    zh: '服务内部出错，请将请求编号 {requestId} 告知管理员。',
    en: 'Something went wrong in the service: tell the administrators the request id {requestId}.',
  },
} as const satisfies Record<string, ErrorDefinition>;

export type PlatformError = keyof typeof PLATFORM_ERRORS;

const EXAMPLES = {
  limit: BODY_LIMIT_BYTES,
  reason: 'Invalid header value',
  count: 1,
  zh: '已过期',
  en: 'it has expired',
  scope: '230903011',
  roles: 'administrator',
  area: '230903012',
  method: 'PATCH',
  path: '/api/intake/v1/nothing',
  allowed: 'GET, POST',
  seconds: 30,
  organisation: 'housing-bureau',
  successor: 'urban-management',
  requestId: '01980d5e-7c1a-7000-8000-000000000000',
};

/** Makes a refusal common to all services. A service's own refusals are in its own catalogue. */
export const refuseRequest = defineErrors('platform', EXAMPLES, PLATFORM_ERRORS);

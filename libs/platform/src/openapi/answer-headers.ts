import type {
  HeaderObject,
  HeadersObject,
  OpenAPIObject,
  OperationObject,
  ReferenceObject,
  ResponseObject,
  SchemaObject,
} from '@nestjs/swagger';

const text = (description: string, example: string): HeaderObject => ({ description, schema: { type: 'string' }, example });

/** The headers an answer can have, the same everywhere. */
export const HEADERS = {
  'X-Request-Id': text('请求编号，报障时提供 / tell it when you report a fault', '01980d5e-7c1a-7000-8000-000000000000'),
  ETag: text(
    '版本与内容，用于 If-Match 和 If-None-Match / version and content, for If-Match and If-None-Match',
    '"3.Lr5v0rAbcSn1kqdVfJ8pXw"',
  ),
  Location: text('新资源的地址 / where the new resource is', '/api/intake/v1/requests/01980d5e-7c1a-7000-8000-000000000000'),
  Link: text(
    '第一页，以及有下一页时的下一页（RFC 8288） / the first page, and the next where there is one',
    '</api/intake/v1/requests?cursor=WyI…>; rel="next", </api/intake/v1/requests>; rel="first"',
  ),
  'Content-Disposition': text('文件名 / the name of the file', 'attachment; filename="requests-2026-11-27.csv"'),
  'Accept-Ranges': text('可按范围下载 / ranges of a file can be asked for', 'bytes'),
  'Content-Range': text('本次回答的范围与文件大小 / the range that is answered, and the size of the file', 'bytes 0-1023/146515'),
  'Tus-Resumable': text('续传协议的版本 / the version of the protocol tus', '1.0.0'),
  'Upload-Offset': text('已收到的字节数 / bytes that have arrived', '8388608'),
  'Upload-Length': text('文件大小（字节） / bytes of the whole', '20971520'),
  'Upload-Expires': text('此后未完成的将被删除 / what is not whole by then is removed', 'Sun, 29 Nov 2026 04:00:00 GMT'),
  'Idempotent-Replayed': text('true：此前已办理，这是当时的回答 / true: it was done before, and this is the answer of then', 'true'),
  RateLimit: text('本分钟剩余次数与秒数 / calls and seconds left of this minute', '"minute";r=598;t=41'),
  'RateLimit-Policy': text('每分钟限额 / the quota of a minute', '"minute";q=600;w=60'),
  'Retry-After': text('多少秒后重试 / seconds to wait before trying again', '5'),
  'WWW-Authenticate': text(
    '令牌有何不妥（RFC 6750） / what is wrong with the token',
    'Bearer realm="zero-distance", error="invalid_token"',
  ),
} as const satisfies Record<string, HeaderObject>;
export type HeaderName = keyof typeof HEADERS;

/** Statuses answered before it is known whose quota a call counts against. */
const BEFORE_THE_QUOTA = new Set([400, 408, 413, 415, 431, 500, 503, 504]);

/**
 * Names the headers of every answer of an operation. Its refusals must be there already.
 * @param passing the statuses of refusals that time may put right, besides those that always say when to try again
 */
export function addAnswerHeaders(document: OpenAPIObject, operation: OperationObject, method: string, passing: ReadonlySet<number>): void {
  const takesKey = (operation.parameters ?? []).some((parameter) => 'name' in parameter && parameter.name === 'Idempotency-Key');
  for (const [code, response] of Object.entries(operation.responses) as [string, ResponseObject][]) {
    const status = Number(code);
    const names: HeaderName[] = ['X-Request-Id'];
    if (method === 'get' && (status === 200 || status === 206 || status === 304)) names.push('ETag');
    if (status < 300 && operation.responses[206]) names.push('Content-Disposition', 'Accept-Ranges'); // a file
    if (status === 206) names.push('Content-Range');
    if (status < 300) names.push(...ofWhatIsAnswered(document, response, status, takesKey));
    if (!BEFORE_THE_QUOTA.has(status)) names.push('RateLimit', 'RateLimit-Policy');
    if (passing.has(status) || status === 429 || status === 503 || status === 504) names.push('Retry-After');
    if (status === 401 || status === 403) names.push('WWW-Authenticate');
    response.headers = { ...response.headers, ...references(document, names) };
  }
}

/** Each by a reference to the document's components, which get those that are used. */
function references(document: OpenAPIObject, names: readonly HeaderName[]): HeadersObject {
  const used = Object.fromEntries(names.map((name) => [name, HEADERS[name]]));
  document.components = { ...document.components, headers: { ...document.components?.headers, ...used } };
  return Object.fromEntries(names.map((name): [string, ReferenceObject] => [name, { $ref: `#/components/headers/${name}` }]));
}

/** As `setAnswerHeaders` decides it when the answer goes out. */
function ofWhatIsAnswered(document: OpenAPIObject, response: ResponseObject, status: number, takesKey: boolean): HeaderName[] {
  const has = membersOf(document, response.content?.['application/json']?.schema);
  return [
    ...(has('version') ? ['ETag' as const] : []), // of a change; a read has one in any case
    ...(status === 201 && has('id') ? ['Location' as const] : []),
    ...(has('items') && has('next') ? ['Link' as const] : []),
    ...(takesKey ? ['Idempotent-Replayed' as const] : []),
  ];
}

/** Whether a schema has a member, itself or in its parts. */
function membersOf(document: OpenAPIObject, schema: SchemaObject | ReferenceObject | undefined): (name: string) => boolean {
  const resolved = schema && '$ref' in schema ? document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] : schema;
  if (!resolved || '$ref' in resolved) return () => false;
  const parts = (resolved.allOf ?? []).map((part) => membersOf(document, part));
  return (name) => name in (resolved.properties ?? {}) || parts.some((has) => has(name));
}

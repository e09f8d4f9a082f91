import type { FastifyCorsOptions, FastifyCorsOptionsDelegateCallback } from '@fastify/cors';
import { HEADERS } from '@zero-distance/platform';
import type { FastifyInstance } from 'fastify';

/** What anybody may read without a token: the public ledger and figures. A page of any site may show them. */
const OPEN_TO_ALL = /^\/api\/[a-z-]+\/v1\/public\//;

// Bearer tokens are sent by the page itself; the browser adds nothing of its own (no `credentials`), so a foreign page has no token to send.
const COMMON = {
  methods: 'GET, HEAD, POST, PUT, PATCH, DELETE',
  allowedHeaders: listed(
    'Authorization',
    'Content-Type',
    'Accept-Language',
    'Idempotency-Key',
    'If-Match',
    'If-None-Match',
    'Signed-Link',
    'Tus-Resumable',
    'Upload-Length',
    'Upload-Metadata',
    'Upload-Offset',
    'X-Request-Id',
    'traceparent',
  ),
  exposedHeaders: listed(...Object.keys(HEADERS)), // every one that a document names
  maxAge: 3600,
  strictPreflight: false, // an OPTIONS that is no preflight is not an error
} satisfies FastifyCorsOptions;

const PUBLIC: FastifyCorsOptions = { ...COMMON, origin: '*', methods: 'GET, HEAD' };
/** No page of another site asks, as nearly always: the answer only says that it would depend on that (`Vary`). */
const NOBODY: FastifyCorsOptions = { origin: false };

/** The other sites whose pages may read an answer: the configured ones, and any site for public data. */
export function crossOrigin(origins: readonly string[]): () => FastifyCorsOptionsDelegateCallback {
  const configured: FastifyCorsOptions = { ...COMMON, origin: [...origins] };
  return () => (request, answer) => {
    const { headers, method, url } = request;
    if (headers.origin === undefined && method !== 'OPTIONS') answer(null, NOBODY);
    else answer(null, OPEN_TO_ALL.test(url) ? PUBLIC : configured);
  };
}

/**
 * The same for a refusal that comes before a route's own hooks (too many requests, too many parameters): without it a page is told by its
 * browser that the call failed, and never when to come again.
 */
export function letPagesReadRefusals(scope: FastifyInstance, origins: readonly string[]): void {
  scope.addHook('onSend', (request, reply, _payload, done) => {
    const { origin } = request.headers;
    if (origin !== undefined && !reply.hasHeader('access-control-expose-headers')) {
      const isPublic = OPEN_TO_ALL.test(request.url);
      reply.header('vary', [reply.getHeader('vary'), 'Origin'].filter(Boolean).join(', '));
      reply.header('access-control-expose-headers', COMMON.exposedHeaders);
      if (isPublic || origins.includes(origin)) reply.header('access-control-allow-origin', isPublic ? '*' : origin);
    }
    done();
  });
}

function listed(...names: string[]): string {
  return names.join(', ');
}

/** What an integrator has to know of it, for the gateway's document: once, and not at each operation. */
export const CROSS_ORIGIN_TEXT = [
  '**其他网站的页面（CORS）**：运维人员登记的网站（CORS_ORIGINS）的页面可以调用各服务接口；`/api/<服务>/v1/public/` 之下的内容任何网站都可读取（`Access-Control-Allow-Origin: *`，仅 GET、HEAD）。' +
    `预检请求（OPTIONS）由网关以 204 回答，有效 ${COMMON.maxAge} 秒，不转发、不需要令牌。未登记的网站得不到 \`Access-Control-Allow-Origin\`。从不允许携带浏览器凭据，令牌由页面放在 Authorization 中。`,
  '**Pages of other sites (CORS)**: pages of the sites that operators name (CORS_ORIGINS) may call the services; what is under `/api/<service>/v1/public/` ' +
    'may be read from any site (`Access-Control-Allow-Origin: *`, GET and HEAD only). The gateway answers preflights (OPTIONS) itself, with 204, good ' +
    `for ${COMMON.maxAge} s, without a token. A site that is not named gets no \`Access-Control-Allow-Origin\`. Credentials of the browser are never allowed: ` +
    'the page sends its token in Authorization.',
  `\`Access-Control-Allow-Methods\`: ${COMMON.methods}`,
  `\`Access-Control-Allow-Headers\`: ${COMMON.allowedHeaders}`,
  `\`Access-Control-Expose-Headers\`: ${COMMON.exposedHeaders}`,
].join('\n\n');

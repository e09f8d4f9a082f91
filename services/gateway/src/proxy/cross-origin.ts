import type { FastifyCorsOptions, FastifyCorsOptionsDelegateCallback } from '@fastify/cors';

/** What anybody may read without a token: the public ledger and figures. A page of any site may show them. */
const OPEN_TO_ALL = /^\/api\/[a-z-]+\/v1\/public\//;

// Bearer tokens are sent by the page itself; the browser adds nothing of its own (no `credentials`), so a foreign page has no token to send.
const COMMON: FastifyCorsOptions = {
  methods: 'GET, HEAD, POST, PUT, PATCH, DELETE',
  allowedHeaders: listed(
    'Authorization',
    'Content-Type',
    'Accept-Language',
    'Idempotency-Key',
    'If-Match',
    'If-None-Match',
    'X-Request-Id',
    'traceparent',
  ),
  exposedHeaders: listed(
    'ETag',
    'Link',
    'Location',
    'RateLimit',
    'RateLimit-Policy',
    'Retry-After',
    'X-Request-Id',
    'Idempotent-Replayed',
    'WWW-Authenticate',
  ),
  maxAge: 3600,
  strictPreflight: false, // an OPTIONS that is no preflight is nobody's error
};

const PUBLIC: FastifyCorsOptions = { ...COMMON, origin: '*', methods: 'GET, HEAD' };
/** No page of another site asks, as nearly always: the answer only says that it would depend on that (`Vary`). */
const NOBODY: FastifyCorsOptions = { origin: false };

/** Who may read the answer to a request from a page of another site: the configured ones, and any for what is public. */
export function crossOrigin(origins: readonly string[]): () => FastifyCorsOptionsDelegateCallback {
  const configured: FastifyCorsOptions = { ...COMMON, origin: [...origins] };
  return () => (request, answer) => {
    const { headers, method, url } = request;
    if (headers.origin === undefined && method !== 'OPTIONS') answer(null, NOBODY);
    else answer(null, OPEN_TO_ALL.test(url) ? PUBLIC : configured);
  };
}

function listed(...names: string[]): string {
  return names.join(', ');
}

import type { FastifyCorsOptions, FastifyCorsOptionsDelegateCallback } from '@fastify/cors';

/** What anybody may read without a token: the public ledger and figures. A page of any site may show them. */
const OPEN_TO_ALL = /^\/api\/[a-z-]+\/v1\/public\//;

// Bearer tokens are sent by the page itself; the browser adds nothing of its own (no `credentials`), so a foreign page has no token to send.
const COMMON: FastifyCorsOptions = {
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: [
    'Authorization',
    'Content-Type',
    'Accept-Language',
    'Idempotency-Key',
    'If-Match',
    'If-None-Match',
    'X-Request-Id',
    'traceparent',
  ],
  exposedHeaders: [
    'ETag',
    'Link',
    'Location',
    'RateLimit',
    'RateLimit-Policy',
    'Retry-After',
    'X-Request-Id',
    'Idempotent-Replayed',
    'WWW-Authenticate',
  ],
  maxAge: 3600,
  strictPreflight: false, // an OPTIONS that is no preflight is nobody's error
};

/** Who may read the answer to a request from a page of another site: the configured ones, and any for what is public. */
export const crossOrigin = (origins: readonly string[]) => (): FastifyCorsOptionsDelegateCallback => (request, answer) => {
  answer(null, OPEN_TO_ALL.test(request.url) ? { ...COMMON, origin: '*', methods: ['GET', 'HEAD'] } : { ...COMMON, origin: [...origins] });
};

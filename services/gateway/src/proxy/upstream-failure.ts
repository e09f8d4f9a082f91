import { type DomainError, defineErrors } from '@zero-distance/kernel';

/** What the gateway itself answers in a service's place. */
const refuse = defineErrors('gateway', {
  service_unavailable: {
    status: 503,
    zh: '“{service}”服务暂时不可用，请稍后重试。',
    en: 'The service "{service}" is not available for the moment: try again soon.',
  },
  answer_lost: {
    status: 503,
    zh: '与“{service}”服务的连接中断，操作可能已执行。请用同一 Idempotency-Key 重试。',
    en: 'The connection to the service "{service}" broke; the operation may have been carried out. Try again with the same Idempotency-Key.',
  },
  service_timeout: {
    status: 504,
    zh: '“{service}”服务未在 {seconds} 秒内答复，操作可能仍在执行。请用同一 Idempotency-Key 重试。',
    en: 'The service "{service}" did not answer within {seconds} s; the operation may still be under way. Try again with the same Idempotency-Key.',
  },
});

// The request never reached the service.
const NOT_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
const TOO_SLOW = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** What a failure between the gateway and a service means to the caller. Undefined: it is not a failure of that kind. */
export function refusalOf(error: unknown, service: string, timeoutMs: number): DomainError | undefined {
  const codes = codesOf(error);
  if (codes.some((code) => NOT_REACHED.has(code))) return refuse('service_unavailable', { service });
  if (codes.some((code) => TOO_SLOW.has(code))) return refuse('service_timeout', { service, seconds: Math.round(timeoutMs / 1000) });
  return codes.length > 0 ? refuse('answer_lost', { service }) : undefined;
}

/** The codes of an error and of what caused it (several addresses tried make an AggregateError). */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { code, errors } = error as Error & { code?: unknown; errors?: unknown };
  const inner = [error.cause, ...(Array.isArray(errors) ? errors : [])].flatMap(codesOf);
  return typeof code === 'string' && !code.startsWith('FST_') ? [code, ...inner] : inner;
}

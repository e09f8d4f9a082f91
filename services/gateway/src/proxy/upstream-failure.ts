import type { DomainError } from '@zero-distance/kernel';
import { refuseAtGateway as refuse } from '@zero-distance/platform';

// The request never reached the service.
const NOT_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
const TOO_SLOW = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Translates a failure between the gateway and a service for the caller. Undefined: it is no such failure. */
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

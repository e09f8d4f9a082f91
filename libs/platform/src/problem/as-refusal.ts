import { HttpException } from '@nestjs/common';
import { DomainError } from '@zero-distance/kernel';
import { isOutage } from '@zero-distance/persistence';
import { BODY_LIMIT_BYTES, refuseRequest } from '../errors.js';

const RETRY_AFTER = { headers: { 'retry-after': '5' } };

/** Translates an error thrown anywhere in a request for its caller. Undefined: unforeseen, so it is a 500. @param limit how many bytes its body may have */
export function asRefusal(error: unknown, limit = BODY_LIMIT_BYTES): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (isOutage(error)) return refuseRequest('database_unavailable', {}, RETRY_AFTER);
  if (error instanceof HttpException) return fromNest(error, limit);
  return fromFastify(error, limit);
}

/** Nest throws these itself for what never reached a handler; services throw DomainErrors. */
function fromNest(error: HttpException, limit: number): DomainError | undefined {
  const cause = error.cause;
  if (cause !== undefined && cause !== error) return asRefusal(cause, limit);
  const status = error.getStatus();
  if (status >= 400 && status < 500) return refuseRequest('bad_request', { reason: error.message });
  return undefined;
}

function fromFastify(error: unknown, limit: number): DomainError | undefined {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuseRequest('body_too_large', { limit });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuseRequest('media_type_not_supported');
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return refuseRequest('malformed_json');
  if (error instanceof SyntaxError && statusCode === 400) return refuseRequest('malformed_json');
  const isFastify = typeof code === 'string' && code.startsWith('FST_');
  if (isFastify && typeof statusCode === 'number' && statusCode < 500) {
    return refuseRequest('bad_request', { reason: (error as Error).message });
  }
  return undefined;
}

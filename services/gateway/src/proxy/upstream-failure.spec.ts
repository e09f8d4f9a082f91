import { describe, expect, it } from '@jest/globals';
import { refusalOf } from './upstream-failure.js';

const coded = (code: string, cause?: unknown) => Object.assign(new Error(code, { cause }), { code });
const codeOf = (error: unknown) => refusalOf(error, 'intake', 30_000)?.code;

describe('a failure between the gateway and a service', () => {
  it('is "unavailable" when the service was never reached', () => {
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'])
      expect(codeOf(coded(code))).toBe('gateway.service_unavailable');
    expect(codeOf(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]))).toBe('gateway.service_unavailable');
  });

  it('is "timeout" when the answer did not come', () => {
    expect(codeOf(coded('FST_REPLY_FROM_GATEWAY_TIMEOUT', coded('UND_ERR_HEADERS_TIMEOUT')))).toBe('gateway.service_timeout');
  });

  it('is "answer lost" when the connection broke underway', () => {
    for (const code of ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE']) expect(codeOf(coded('FST_X', coded(code)))).toBe('gateway.answer_lost');
  });

  it('is none of these when it is our own defect', () => {
    expect(codeOf(new TypeError('x is not a function'))).toBeUndefined();
    expect(codeOf('text')).toBeUndefined();
  });
});

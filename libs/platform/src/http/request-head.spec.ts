import { describe, expect, it } from '@jest/globals';
import { assertHead } from './request-head.js';

const refusal = (httpVersion: string, ...rawHeaders: string[]): string | undefined => {
  const headers: Record<string, string> = {};
  for (let at = 0; at < rawHeaders.length; at += 2) headers[rawHeaders[at]?.toLowerCase() ?? ''] = rawHeaders[at + 1] ?? '';
  try {
    assertHead({ httpVersion, httpVersionMajor: Number(httpVersion[0]), rawHeaders, headers });
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('the head of a request', () => {
  it('names one host: never two, in any spelling, and none only before HTTP/1.1', () => {
    expect(refusal('1.1', 'Host', 'a', 'X-Host', 'b', 'Accept', 'host')).toBeUndefined();
    expect(refusal('1.1', 'Host', 'a', 'hOST', 'a')).toBe('platform.one_host');
    expect([refusal('1.1', 'Accept', 'a'), refusal('1.0', 'Accept', 'a')]).toEqual(['platform.one_host', undefined]);
  });

  it.each(['a.example', 'a.example:8080', '127.0.0.1:80', '[::1]', '[::1]:80', 'a:'])('names its host as %s', (host) =>
    expect(refusal('1.1', 'Host', host)).toBeUndefined(),
  );

  it.each(['', 'a b', 'a/b', 'a@b', 'a:b', '::1', 'a,b c', '[x]'])('does not name its host as "%s"', (host) =>
    expect(refusal('1.1', 'Host', host)).toBe('platform.one_host'),
  );

  it.each(['Authorization', 'Content-Type'])('has one %s at most: another on the way may believe the second', (name) => {
    expect(refusal('1.1', 'Host', 'a', name, 'x')).toBeUndefined();
    expect(refusal('1.1', 'Host', 'a', name, 'x', name.toLowerCase(), 'x')).toBe('platform.bad_request');
  });

  it('is HTTP/1, with no transfer coding but chunked', () => {
    expect([refusal('2.0', 'Host', 'a'), refusal('0.9', 'Host', 'a')]).toEqual(Array(2).fill('platform.bad_request'));
    expect(refusal('1.1', 'Host', 'a', 'Transfer-Encoding', 'Chunked')).toBeUndefined();
    expect(refusal('1.1', 'Host', 'a', 'Transfer-Encoding', 'gzip, chunked')).toBe('platform.bad_request');
  });
});

import { describe, expect, it } from '@jest/globals';
import { hasOneHost, originForm } from './request-target.js';

describe('the target of a request', () => {
  it.each([
    ['/a?b=c', '/a?b=c'],
    ['http://x/a?b=c', '/a?b=c'],
    ['HTTPS://x:80/a', '/a'],
    ['http://x', '/'],
    ['http://x?b', '/?b'],
    ['http://[::1]/a//b', '/a//b'],
    ['*', '*'],
    ['ftp://x/a', 'ftp://x/a'],
    ['/http://x/a', '/http://x/a'],
  ])('%s asks for %s', (url, asked) => {
    expect(originForm({ url })).toBe(asked);
  });

  it('is of one host: not of two, however they are written, and only before HTTP/1.1 of none', () => {
    const names = (httpVersion: string, ...rawHeaders: string[]) => hasOneHost({ httpVersion, rawHeaders });
    expect(names('1.1', 'Host', 'a', 'X-Host', 'b', 'Accept', 'host')).toBe(true);
    expect(names('1.1', 'Host', 'a', 'hOST', 'a')).toBe(false);
    expect([names('1.1', 'Accept', 'a'), names('1.0', 'Accept', 'a')]).toEqual([false, true]);
  });
});

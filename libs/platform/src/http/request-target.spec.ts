import { describe, expect, it } from '@jest/globals';
import { faultOf, originForm } from './request-target.js';

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

  it.each([
    '/',
    '/.well-known/a',
    '/a/...',
    '/a/.b/c.',
    '/a?b=/../',
    "/a/b-._~!$&'()*+,;=:@%20c",
    '/a?q={x}|\\^`[]',
    `/a?${'p&'.repeat(49)}p`,
  ])('%s is right', (target) => {
    expect(faultOf(target)).toBeUndefined();
  });

  it.each([
    '',
    '*',
    'ftp://x/a',
    '/a\\..\\b',
    '/a#b',
    '/a?b#c',
    '/a b',
    '/路灯',
    '/{a}',
    '/a|b',
    '/a^',
    '/"',
    '/a/./b',
    '/a/../b',
    '/a/.',
    '/..',
    '/a/%2e/b',
    '/a/.%2E/b',
    '/a/%2e%2e?c',
  ])('%s is none: somebody on the way would read another path in it', (target) => expect(faultOf(target)).toBe('target_invalid'));

  it('has a bounded number of parameters, so that refusing them is cheap', () => {
    expect(faultOf(`/a?${'p=1&'.repeat(50)}p=1`)).toBe('too_many_parameters');
    expect(faultOf(`/a?${'&'.repeat(50)}`)).toBe('too_many_parameters');
  });
});

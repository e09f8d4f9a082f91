import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import { describe, expect, it } from '@jest/globals';
import { trustedProxies } from './trusted-proxies.js';

describe('the caller behind proxies', () => {
  const callerOf = (trusted: string, connection: string, forwarded: string) => {
    const request = { headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: connection } } as unknown as IncomingMessage;
    return proxyAddr(request, trustedProxies(trusted.split(',').filter(Boolean)));
  };

  it.each([
    ['nobody is believed who is not trusted', '', '172.18.0.1', '198.51.100.1', '172.18.0.1'],
    ['the proxy tells it', 'uniquelocal', '172.18.0.1', '198.51.100.1', '198.51.100.1'],
    ['a caller with a private address does not choose another', 'uniquelocal', '172.18.0.1', '198.51.100.1, 10.1.2.3', '10.1.2.3'],
    ['nor does one on the same machine', 'loopback,uniquelocal', '127.0.0.1', '198.51.100.1, 127.0.0.1', '127.0.0.1'],
    ['a second proxy is believed when it is named', 'uniquelocal,10.0.9.0/24', '172.18.0.1', '198.51.100.1, 10.0.9.7', '198.51.100.1'],
  ])('%s', (_rule, trusted, connection, forwarded, caller) => {
    expect(callerOf(trusted, connection, forwarded)).toBe(caller);
  });
});

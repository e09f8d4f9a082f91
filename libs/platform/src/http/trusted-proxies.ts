import proxyAddr from '@fastify/proxy-addr';
import type { IsProxy } from './caller-network.js';

/** Kinds of networks, which callers may be in as well: a government's machines have private addresses. */
const KINDS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/**
 * The proxies of TRUSTED_PROXIES, whose `X-Forwarded-For` is trusted. A named address or range is a proxy anywhere in the header. A kind
 * of network applies only to the connection itself: further on, a caller with a private address would pass for a proxy, and the text it
 * wrote before its own address for the caller.
 */
export function trustedProxies(names: readonly string[]): IsProxy {
  const isNamed = proxyAddr.compile(names.filter((name) => !KINDS.has(name)));
  const isOfKind = proxyAddr.compile(names.filter((name) => KINDS.has(name)));
  return (address, hop) => isNamed(address, hop) || (hop === 0 && isOfKind(address, hop));
}

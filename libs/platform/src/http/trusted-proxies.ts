import proxyAddr from '@fastify/proxy-addr';
import type { IsProxy } from './caller-network.js';

/** Kinds of networks, which callers may be in as well: a government's machines have private addresses. */
const KINDS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/**
 * Whose `X-Forwarded-For` is believed, out of TRUSTED_PROXIES. An address or a range that is named is a proxy wherever it stands in the
 * header. A kind of network is only for the connection itself: further on, a caller with a private address would pass for a proxy, and what
 * it wrote before its own address for the caller.
 */
export function trustedProxies(names: readonly string[]): IsProxy {
  const isNamed = proxyAddr.compile(names.filter((name) => !KINDS.has(name)));
  const isOfKind = proxyAddr.compile(names.filter((name) => KINDS.has(name)));
  return (address, hop) => isNamed(address, hop) || (hop === 0 && isOfKind(address, hop));
}

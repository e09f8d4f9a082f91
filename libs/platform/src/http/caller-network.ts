import { isIPv6 } from 'node:net';

/** Whether an address is one of the proxies that are believed. */
export type IsProxy = (address: string, hop: number) => boolean;

/** IPv4 in IPv6, as a socket for both tells it: by far the most frequent form. */
const MAPPED = '::ffff:';
/** Groups of 16 bits in an address. */
const GROUPS = 8;

/**
 * The network that an address is counted as. An IPv4 address is its own network, also when written as IPv6 (`::ffff:192.0.2.1`). An
 * IPv6 address counts as its /64: every customer has at least one, and can use any of its 2^64 addresses for the next call.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  if (address.startsWith(MAPPED) && address.includes('.')) return address.slice(MAPPED.length);
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  if (groups[5] === 'ffff' && groups.slice(0, 5).every((group) => group === '0')) return ipv4Of(groups);
  return `${groups[0]}:${groups[1]}:${groups[2]}:${groups[3]}::/64`;
}

/**
 * The /48 of a /64; for IPv4 the address itself. The owner of one /64 may have more: a line often gets sixteen or 256 of them, an
 * organisation 65,536.
 */
export function siteOf(network: string): string {
  if (!network.includes(':')) return network;
  const [a, b, c] = network.split(':', 3);
  return `${a}:${b}:${c}::/48`;
}

/** The eight groups in hexadecimal, without leading zeros, however the address is written. */
function groupsOf(address: string): string[] {
  const zone = address.indexOf('%');
  const written = withoutIpv4(zone < 0 ? address : address.slice(0, zone));
  const gap = written.indexOf('::');
  if (gap < 0) return written.split(':').map(shortest);
  const before = gap === 0 ? [] : written.slice(0, gap).split(':').map(shortest);
  const after =
    gap + 2 === written.length
      ? []
      : written
          .slice(gap + 2)
          .split(':')
          .map(shortest);
  while (before.length + after.length < GROUPS) before.push('0');
  return before.concat(after);
}

function shortest(group: string): string {
  let zeros = 0;
  while (zeros < group.length - 1 && group[zeros] === '0') zeros += 1;
  return group.slice(zeros).toLowerCase();
}

/** An address that ends as an IPv4 one (`64:ff9b::192.0.2.1`) with two groups instead. */
function withoutIpv4(address: string): string {
  if (!address.includes('.')) return address;
  const begin = address.lastIndexOf(':') + 1;
  const [a = 0, b = 0, c = 0, d = 0] = address.slice(begin).split('.').map(Number);
  return `${address.slice(0, begin)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

function ipv4Of(groups: readonly string[]): string {
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}

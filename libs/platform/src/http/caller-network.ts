import { isIPv6 } from 'node:net';

/** Groups of 16 bits that name an IPv6 network of 64 bits. */
const NETWORK_GROUPS = 4;

/**
 * Whom an address is counted as. An IPv4 address is itself, also when it is written as an IPv6 one (`::ffff:192.0.2.1`, as a socket
 * for both tells it). Of IPv6 it is the /64: that is what one customer is given at the least, and any of its 2^64 addresses can be
 * taken for the next call.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 6).join() === '0,0,0,0,0,ffff';
  return isMapped ? ipv4Of(groups) : `${groups.slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

/** The eight groups in hexadecimal, without leading zeros, however the address is written. */
function groupsOf(address: string): string[] {
  const [unzoned] = address.split('%');
  const [head = '', tail] = new URL(`http://[${unzoned}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}

const ipv4Of = (groups: readonly string[]): string =>
  groups
    .slice(6)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 0xff])
    .join('.');

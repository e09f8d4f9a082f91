import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = readonly [Address, number];
export type Networks = readonly Network[];

/** Never reached, whatever an operator writes: nothing there is a receiver, and some of it answers with secrets of the machine. */
const NEVER = new Set(['unspecified', 'broadcast', 'multicast', 'linkLocal']);
/** Services of clouds that tell a machine its secrets, outside the link-local range. */
const OF_CLOUDS = new Set(['100.100.100.200', '168.63.129.16', 'fd00:ec2::254']);
/** What the internet is made of (RFC 4291 §2.4, of which IANA gives out this part); the rest only stands for something else. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** The networks of an operator's list, `10.12.0.0/16,fd00:1::/48`. Throws for what is none. */
export const readNetworks = (text: string): Networks =>
  text.split(',').flatMap((one) => (one.trim() === '' ? [] : [ipaddr.parseCIDR(one.trim()) as Network]));

/** An IPv4 address that is written as an IPv6 one is that address. */
const plain = (address: Address): Address =>
  address.kind() === 'ipv6' && (address as ipaddr.IPv6).isIPv4MappedAddress() ? (address as ipaddr.IPv6).toIPv4Address() : address;

/**
 * Whether a webhook may be sent to an address: one of the public internet, or of the networks that the operator names. All else is the house's own or
 * nobody's: private, shared and local ranges, loopback, and what only stands for another address (6to4, Teredo, NAT64).
 */
export function isReachable(text: string, allowed: Networks): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = plain(ipaddr.parse(text));
  const range = address.range();
  if (NEVER.has(range) || OF_CLOUDS.has(address.toString())) return false;
  const isPublic = range === 'unicast' && (address.kind() === 'ipv4' || address.match(GLOBAL_IPV6 as never));
  return isPublic || allowed.some(([network, bits]) => network.kind() === address.kind() && address.match(network as never, bits));
}

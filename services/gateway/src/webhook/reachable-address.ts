import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = readonly [Address, number];
export type Networks = readonly Network[];

/** Never reached, whatever an operator writes: nothing there is a receiver, and some of it answers with secrets of the machine. */
const NEVER = new Set(['unspecified', 'broadcast', 'multicast', 'linkLocal']);

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
  if (NEVER.has(range)) return false;
  return (
    range === 'unicast' || allowed.some(([network, bits]) => network.kind() === address.kind() && address.match(network as never, bits))
  );
}

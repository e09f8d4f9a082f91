import { describe, expect, it } from '@jest/globals';
import { networkOf, siteOf } from './caller-network.js';

describe('an address is counted', () => {
  it.each(['192.0.2.1', 'not an address'])('as itself when it is %s', (address) => {
    expect(networkOf(address)).toBe(address);
  });

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:0000:0000:0000:0001', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8::3:4:5:6:7', '2001:db8:0:3::/64'],
    ['::2:3:4:5:6:192.0.2.1', '0:2:3:4::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['2001:db8:0:2::', '2001:db8:0:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('with all of its IPv6 network: %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each(['::ffff:192.0.2.255', '::FFFF:c000:2ff', '0:0:0:0:0:ffff:192.0.2.255'])('as IPv4 when it is mapped into IPv6: %s', (address) => {
    expect(networkOf(address)).toBe('192.0.2.255');
  });

  it.each([
    ['2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['0:0:0:0::/64', '0:0:0::/48'],
    ['192.0.2.1', '192.0.2.1'],
  ])('besides with all of its organisation: %s with %s', (network, site) => {
    expect(siteOf(network)).toBe(site);
  });
});

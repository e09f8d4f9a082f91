import { describe, expect, it } from '@jest/globals';
import { isReachable, readNetworks } from './reachable-address.js';

describe('the address of a receiver', () => {
  it.each(['8.8.8.8', '223.5.5.5', '2400:3200::1', '::ffff:223.5.5.5'])('%s of the public internet may be reached', (address) => {
    expect(isReachable(address, [])).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1', // CGNAT
    '100.100.100.200', // the metadata of Alibaba Cloud
    '169.254.169.254', // of most others
    '169.254.0.1',
    '192.0.0.192', // of Oracle Cloud
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    '::a9fe:a9fe', // IPv4-compatible
    '4000::1', // given to nobody
    '168.63.129.16', // of Azure
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    'fc00::1',
    'fd00:ec2::254', // of AWS
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s may not', (address) => {
    expect(isReachable(address, [])).toBe(false);
  });

  it('of a network that the operator names may be reached, and nothing beside it', () => {
    const allowed = readNetworks('10.12.0.0/16, fd00:1::/32,127.0.0.0/8');
    for (const address of ['10.12.255.1', '::ffff:10.12.0.1', 'fd00:1::5', '127.0.0.1']) expect(isReachable(address, allowed)).toBe(true);
    for (const address of ['10.13.0.1', 'fd00:2::5', '::1']) expect(isReachable(address, allowed)).toBe(false);
  });

  it('that is link-local, of many or of a cloud’s secrets is never reached, even when it is named', () => {
    const allowed = readNetworks('0.0.0.0/0,::/0');
    for (const address of ['100.100.100.200', '168.63.129.16', 'fd00:ec2::254']) expect(isReachable(address, allowed)).toBe(false);
    for (const address of ['169.254.169.254', '::ffff:169.254.169.254', 'fe80::1', '224.0.0.1', '0.0.0.0']) {
      expect(isReachable(address, allowed)).toBe(false);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { scramVerifier } from './scram.js';

describe('scramVerifier', () => {
  it('is what Postgres itself makes of the same password and salt', () => {
    // From pg_authid after ALTER ROLE … PASSWORD 'correct horse battery' on Postgres 18.
    expect(scramVerifier('correct horse battery', Buffer.from('V/2CllJoLp7+5JfzDHOJqg==', 'base64'))).toBe(
      'SCRAM-SHA-256$4096:V/2CllJoLp7+5JfzDHOJqg==$EVna4r651gtPwLblDa9MWndL0qUPObaHXIjLHm51WHk=:Il0KK3LcodFzXr0gBCOJla6iYRMXaEmCyPMrfcowHsM=',
    );
  });

  it('takes another salt each time', () => {
    expect(scramVerifier('pass')).not.toBe(scramVerifier('pass'));
  });

  it('refuses what clients would normalise', () => {
    expect(() => scramVerifier('密码')).toThrow('printable ASCII');
  });
});

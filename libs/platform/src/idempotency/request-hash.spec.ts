import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { RequestHash } from './request-hash.js';

const hash = new RequestHash(Buffer.alloc(32, 1));

describe('the hash of a request', () => {
  it('depends on method, address and body', () => {
    const one = hash.of('POST', '/a', { x: 1 });
    expect(hash.of('POST', '/a', JSON.parse('{ "x" : 1 }'))).toBe(one);
    for (const other of [hash.of('PUT', '/a', { x: 1 }), hash.of('POST', '/b', { x: 1 }), hash.of('POST', '/a', { x: 2 })]) {
      expect(other).not.toBe(one);
    }
    expect(hash.of('POST', '/a', undefined)).not.toBe(one);
  });

  it('cannot be made again from the request without the key', () => {
    const body = { requester: { phone: '13800001234' } };
    const kept = hash.of('POST', '/a', body);
    expect(new RequestHash(Buffer.alloc(32, 2)).of('POST', '/a', body)).not.toBe(kept);
    expect(
      createHash('sha256')
        .update(`POST /a\n${JSON.stringify(body)}`)
        .digest('base64url'),
    ).not.toBe(kept);
  });

  it('of a file is not its digest, which whoever guesses what its one row says could make', () => {
    const digest = createHash('sha256').update('name,phone\n张三,13800001234').digest('base64url');
    expect(hash.ofFile(digest)).not.toContain(digest);
    expect(hash.ofFile(digest)).toBe(hash.ofFile(digest));
    expect(new RequestHash(Buffer.alloc(32, 2)).ofFile(digest)).not.toBe(hash.ofFile(digest));
  });

  it('makes a key of a visitor that is theirs: another one for whatever else is said with it, or by who says the same with another', () => {
    const one = hash.ofVisitor('1', 'said');
    expect(hash.ofVisitor('1', 'said')).toBe(one);
    for (const other of [hash.ofVisitor('1', 'else'), hash.ofVisitor('2', 'said'), hash.ofVisitor('1\nsaid', '')])
      expect(other).not.toBe(one);
  });

  it('is the same as in the previous release, so that a repetition is recognised over an upgrade', () => {
    expect(hash.of('POST', '/api/intake/v1/requests', { title: '路灯不亮' })).toBe('3PX6A1bIQyrc47VLd27iyQXW9HcXjEmGR2tynkc8BFM');
  });
});

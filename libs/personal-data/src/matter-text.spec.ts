import { describe, expect, it } from '@jest/globals';
import { KeyRing } from './key-ring.js';
import { type MatterText, openMatterText, sealMatterText } from './matter-text.js';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const TEXT: MatterText = {
  title: '路灯不亮',
  text: '3号楼前\n路灯三天不亮 😀',
  place: null,
  point: { type: 'Point', coordinates: [131.0159, 45.7712] },
};

describe('the text of a matter', () => {
  it('A sealed text opens for its own request and for no other', () => {
    const ring = new KeyRing(`k1:${key(1)}`);
    const sealed = sealMatterText(ring, 'request-1', TEXT);
    expect(sealed).not.toContain('路灯');
    expect(openMatterText(ring, 'request-1', sealed)).toEqual(TEXT);
    expect(() => openMatterText(ring, 'request-2', sealed)).toThrow();
  });

  it('A sealed text is bound to what it is of its request, so that none is taken for a name of the same request', () => {
    const ring = new KeyRing(`k1:${key(1)}`);
    const sealed = sealMatterText(ring, 'request-1', TEXT);
    expect(() => ring.decrypt(sealed, 'request-1')).toThrow();
    expect(JSON.parse(ring.decrypt(sealed, 'request-1:matter'))).toEqual(TEXT);
  });

  it('A text that was sealed before the keys were changed opens as long as the old key is in the ring', () => {
    const sealed = sealMatterText(new KeyRing(`k1:${key(1)}`), 'request-1', TEXT);
    expect(openMatterText(new KeyRing(`k2:${key(2)},k1:${key(1)}`), 'request-1', sealed)).toEqual(TEXT);
    expect(() => openMatterText(new KeyRing(`k2:${key(2)}`), 'request-1', sealed)).toThrow('k1');
  });

  it('The longest text that is taken in fits into the field of the event', () => {
    const longest = { title: '𠀀'.repeat(100), text: '𠀀'.repeat(5000), place: '𠀀'.repeat(200), point: TEXT.point };
    expect(sealMatterText(new KeyRing(`k1:${key(1)}`), 'request-1', longest).length).toBeLessThanOrEqual(40_000);
  });
});

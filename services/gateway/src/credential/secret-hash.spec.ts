import { describe, expect, it } from '@jest/globals';
import { hashSecret, isSecret } from './secret-hash.js';

describe('a stored secret', () => {
  it('is recognised, and no other is', async () => {
    const hash = await hashSecret('correct horse');
    expect(await isSecret('correct horse', hash)).toBe(true);
    expect(await isSecret('correct horsf', hash)).toBe(false);
    expect(await isSecret('', hash)).toBe(false);
  });

  it('is recognised from a hash stored by an earlier release', async () => {
    const kept = 'scrypt$16384$8$1$cDT_LkxbZrSs6EI53Io39A$-Ec0EAFL9IrMbUn9wMoKVAlUTd10jI3VSDG9JNk4zxA';
    expect(await isSecret('correct horse', kept)).toBe(true);
  });

  it('has another hash each time, without the secret in it', async () => {
    const [a, b] = [await hashSecret('same'), await hashSecret('same')];
    expect(a).not.toBe(b);
    expect(a).not.toContain('same');
  });

  it('is the same however the keyboard composed its letters', async () => {
    expect(await isSecret('caf\u0065\u0301', await hashSecret('caf\u00e9'))).toBe(true);
    expect(await isSecret('\uff21\uff22\uff11\uff12', await hashSecret('AB12'))).toBe(true); // full width, as a Chinese keyboard has it
  });

  it('costs who guesses what the README says', async () => {
    expect(await hashSecret('any')).toMatch(/^scrypt\$16384\$8\$1\$/);
  });

  it('is not called wrong when its hash is damaged: the check fails with an error', async () => {
    await expect(isSecret('x', 'plain')).rejects.toThrow('scrypt$N$r$p$salt$hash');
  });
});

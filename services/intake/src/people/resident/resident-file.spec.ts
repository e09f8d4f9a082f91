import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { ETHNIC_GROUP_LABELS, ETHNIC_GROUPS } from './resident-codes.js';
import { complementedBy, contradictedBy, corrected, idIndexOf, openFile, sealFile, withIdFacts } from './resident-file.js';

const KEYS = {
  ring: new KeyRing(`k1:${randomBytes(32).toString('base64')}`),
  index: new BlindIndex(randomBytes(32).toString('base64')),
};
const FILE = { name: '张秀英', idNumber: '999903196302025127', phone: '138 0000 1234', address: '学府社区3号楼' };

describe('the file of a resident', () => {
  it('is sealed as one, for one resident alone, with what is shown of it masked', () => {
    const sealed = sealFile('r1', FILE, KEYS);
    expect(sealed).toMatchObject({ nameMasked: '张*', idNumberMasked: '999***********5127', phoneMasked: '138****1234' });
    expect(JSON.stringify(sealed)).not.toMatch(/张秀英|19630202|0000|学府/);
    expect(openFile('r1', sealed.file, KEYS)).toEqual(FILE);
    expect(() => openFile('r2', sealed.file, KEYS)).toThrow();
    expect(openFile('r1', null, KEYS)).toBeUndefined();
  });

  it('is found by its identity number and its telephone number, which give no hash of each other', () => {
    const number = '13800001234';
    expect(sealFile('r1', FILE, KEYS).phoneIndex).toBe(sealFile('r2', { name: '李', phone: number }, KEYS).phoneIndex);
    expect(idIndexOf({ idNumber: number }, KEYS)).not.toBe(sealFile('r2', { name: '李', phone: number }, KEYS).phoneIndex);
    expect(idIndexOf({}, KEYS)).toBeNull();
  });

  it('has sex and birthday by its identity number, and none that say otherwise', () => {
    expect(withIdFacts(FILE)).toMatchObject({ sex: '2', bornOn: '1963-02-02' });
    expect(contradictedBy(FILE)).toBeUndefined();
    expect(contradictedBy({ ...FILE, sex: '2', bornOn: '1963-02-02' })).toBeUndefined();
    expect(contradictedBy({ ...FILE, sex: '9' })).toBeUndefined();
    expect(contradictedBy({ ...FILE, sex: '1' })).toBe('sex');
    expect(contradictedBy({ ...FILE, bornOn: '1963-02-03' })).toBe('bornOn');
    expect(contradictedBy({ name: '李', sex: '1', bornOn: '1970-01-01' })).toBeUndefined();
  });

  it('is corrected in what is named alone, and without what is to be left out', () => {
    expect(corrected(FILE, { address: '5号楼' }, ['phone'])).toEqual({ name: '张秀英', idNumber: FILE.idNumber, address: '5号楼' });
    expect(corrected(FILE, { name: undefined, phone: undefined, idNumber: undefined, address: '5号楼' }, [])).toEqual({
      ...FILE,
      address: '5号楼',
    });
    expect(corrected(FILE, { name: '张秀' }, [])).toEqual({ ...FILE, name: '张秀' });
  });

  it('takes from another of the same person what it does not say itself', () => {
    expect(complementedBy({ name: '张秀英', address: '5号楼' }, FILE)).toEqual({ ...FILE, address: '5号楼' });
  });
});

describe('ethnic groups', () => {
  it('are 56, each by its code', () => {
    expect(ETHNIC_GROUPS).toHaveLength(56);
    expect(['01', '10', '11', '31', '38', '44', '45', '52', '53', '56'].map((code) => ETHNIC_GROUP_LABELS[code]?.split(' / ')[0])).toEqual([
      ...['汉族', '朝鲜族', '满族', '达斡尔族', '锡伯族', '俄罗斯族', '鄂温克族', '鄂伦春族', '赫哲族', '基诺族'],
    ]);
  });
});

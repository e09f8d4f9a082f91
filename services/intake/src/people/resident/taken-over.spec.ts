import { describe, expect, it } from '@jest/globals';
import { stillSame, takenFields, without } from './taken-over.js';

const ID_NUMBER = '999903196302025127';

describe('what a main file took from another one', () => {
  it('is what it says otherwise than before, by name', () => {
    expect(takenFields({ name: '张', sex: '0' }, { name: '张', sex: '2', phone: '13800001234' })).toEqual(['phone', 'sex']);
  });

  it('is that no more where somebody has put it right since, or where it is gone', () => {
    const other = { name: '李', phone: '13800001234', address: '3号楼' };
    expect(stillSame({ name: '张', phone: '13900001234' }, other, ['phone', 'address'])).toEqual([]);
    expect(stillSame({ name: '张', address: '3号楼' }, other, ['phone', 'address', 'occupation'])).toEqual(['address']);
  });

  it('is taken out by itself: sex and birthday stay where they are those of the number of the main file', () => {
    const main = { name: '张', phone: '13800001234', idNumber: ID_NUMBER, sex: '2', bornOn: '1963-02-02' } as const;
    expect(without(main, ['phone', 'sex'])).toEqual({ name: '张', idNumber: ID_NUMBER, sex: '2', bornOn: '1963-02-02' });
    expect(without(main, ['idNumber', 'sex', 'bornOn'])).toEqual({ name: '张', phone: '13800001234' });
  });
});

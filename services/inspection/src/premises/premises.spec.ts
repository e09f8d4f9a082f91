import { describe, expect, it } from '@jest/globals';
import { faultOf, type Premises } from './premises.js';

const PREMISES: Premises = {
  id: '1',
  version: 1,
  code: 'XF-0001',
  name: '学府快餐店',
  kind: 'catering',
  areaCode: '230903011001',
  creditCode: null,
  address: '学府街 12 号',
  size: 86.5,
  status: 'active',
};

describe('premises', () => {
  it('lie in a community or a grid', () => {
    expect(faultOf(PREMISES)).toBeUndefined();
    expect(faultOf({ ...PREMISES, areaCode: '230903011001002' })).toBeUndefined();
    for (const areaCode of ['230903', '230903011', '230903011999', 'somewhere']) {
      expect(faultOf({ ...PREMISES, areaCode })).toMatchObject({ code: 'inspection.premises.area_wrong', pointer: '/areaCode' });
    }
  });

  it('need no credit code, but not a wrong one', () => {
    expect(faultOf({ ...PREMISES, creditCode: '92230903MA18XYK92N' })).toBeUndefined();
    expect(faultOf({ ...PREMISES, creditCode: '92230903MA18XYK92M' })).toMatchObject({ pointer: '/creditCode' });
  });
});

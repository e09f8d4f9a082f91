import { describe, expect, it } from '@jest/globals';
import { toCaseNotice } from './case-notice.view.js';
import './service-case-codes.js';
import { settled, toldAtOnce } from './material.js';
import type { ServiceCase } from './service-case.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const materials = settled(
  toldAtOnce(['身份证', '银行卡', '照片'], NOW),
  [
    { name: '身份证', state: 'present', reason: null },
    { name: '照片', state: 'waived', reason: '部门共享核验' },
  ],
  true,
);
const found = {
  ...{
    number: '230903011001-261127-000417',
    itemName: '高龄津贴申请',
    applicantName: '张*',
    openedAt: NOW,
    limitWorkingDays: 5,
    materials,
  },
  lapsesAt: new Date('2026-12-27T04:00:00Z'),
} as unknown as ServiceCase;

describe('what is handed to who applies', () => {
  it('says what the case needs, what of it is missing, and by when to bring it', () => {
    const notice = toCaseNotice(found, '学府社区居民委员会', true);
    expect(notice.materials).toEqual([
      { name: '身份证', state: '已收', note: null },
      { name: '银行卡', state: '缺少', note: null },
      { name: '照片', state: '免交', note: '部门共享核验' },
    ]);
    expect(notice).toMatchObject({ applicant: '张*', areaCode: '学府社区居民委员会', limit: '5', bringBy: '2026-12-27 12:00' });
  });

  it('says how it is looked up by the telephone to who left one alone', () => {
    const [left, none] = [true, false].map((hasPhone) => toCaseNotice(found, '学府社区', hasPhone).tracking);
    expect([left, none]).toEqual(['凭办件编号和申请人电话后四位，可免登录查询进度。', '未留电话，查询进度请到办理的窗口。']);
  });

  it('says nothing of what there is not', () => {
    const { bringBy, tracking, applicant } = toCaseNotice(
      { ...found, lapsesAt: null, number: null, applicantName: null },
      '学府社区',
      true,
    );
    expect([bringBy, tracking, applicant]).toEqual([null, null, null]);
  });
});

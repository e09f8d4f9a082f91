import { describe, expect, it } from '@jest/globals';
import { type LedgerRow, stagesOf } from './ledger.js';

const at = new Date('2026-11-23T04:00:00Z');
const row: LedgerRow = {
  requestId: 'r',
  requestNumber: 'n',
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010203',
  areaCode: '230903011001',
  areaName: '学府社区',
  receivedAt: at,
  answeredBy: 'dispatch',
  organisationName: '区住建局',
  dispatchedAt: at,
  repliedAt: at,
  publicAnswer: '已修复。',
  round: 1,
  possible: true,
  contacted: true,
  solved: true,
  satisfaction: 'basically-satisfied',
  recordedAt: at,
  closedAt: at,
};
const texts = (changes: Partial<LedgerRow>) => stagesOf({ ...row, ...changes }).map(({ text }) => text);

describe('the four stages', () => {
  it('come in their order', () => {
    expect(stagesOf(row).map(({ stage }) => stage)).toEqual(['受理', '处置', '反馈', '评价']);
  });

  it('say who handled it, and how often', () => {
    expect(texts({})[1]).toBe('由区住建局办理');
    expect(texts({ round: 3 })[1]).toBe('由区住建局办理，重办 2 次');
    expect(texts({ organisationName: null })[1]).toBe('由承办单位办理');
    expect(texts({ answeredBy: 'case-mediation' })[1]).toBe('由人民调解委员会调解');
    expect(texts({ answeredBy: 'intake', organisationName: null })[1]).toBe('由受理人员答复');
  });

  it('say how it was rated, and never that somebody unreachable was content', () => {
    expect(texts({})[3]).toBe('已解决，基本满意');
    expect(texts({ solved: false, satisfaction: 'very-dissatisfied' })[3]).toBe('未解决，非常不满意');
    expect(texts({ contacted: false, solved: null, satisfaction: null })[3]).toBe('多次回访未联系到诉求人');
    expect(texts({ possible: false, contacted: false })[3]).toBe('诉求人未留联系方式，不回访');
  });
});

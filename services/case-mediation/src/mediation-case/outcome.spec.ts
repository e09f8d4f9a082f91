import { describe, expect, it } from '@jest/globals';
import { endWithReason, failMediation } from './outcome.js';

const NOW = new Date('2026-11-23T04:00:00Z');

describe('a failed mediation', () => {
  it.each([
    '可依法通过仲裁、行政、司法途径维护权利。',
    '可申请仲裁，也可请求行政裁决或向法院起诉。',
    'Arbitration, administrative and court routes are open.',
  ])('has an answer that names the legal routes: %s', (publicAnswer) => {
    expect(failMediation(publicAnswer, NOW)).toEqual({ ok: true, value: { publicAnswer, concludedAt: NOW } });
  });

  it('is refused without them, saying which are missing', () => {
    const refused = failMediation('未达成协议，可向法院起诉。', NOW);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'case_mediation.case.legal_routes_missing', params: { missing: '仲裁、行政' } },
    });
  });
});

describe('a case ended for a reason', () => {
  it('keeps reason, answer and time', () => {
    expect(endWithReason('court-judged', '法院已裁判。', NOW)).toEqual({
      reasonCode: 'court-judged',
      publicAnswer: '法院已裁判。',
      concludedAt: NOW,
    });
  });
});

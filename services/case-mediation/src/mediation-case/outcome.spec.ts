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

  it('is refused with personal data in its answer', () => {
    const refused = failMediation('可通过仲裁、行政、司法途径解决，咨询13800138000。', NOW);
    expect(refused).toMatchObject({ ok: false, error: { code: 'platform.personal_data_in_public_text', pointer: '/publicAnswer' } });
  });
});

describe('a case ended for a reason', () => {
  it('keeps reason, answer and time', () => {
    expect(endWithReason('court-judged', '法院已裁判。', NOW)).toEqual({
      ok: true,
      value: { reasonCode: 'court-judged', publicAnswer: '法院已裁判。', concludedAt: NOW },
    });
  });

  it('is refused with personal data in its answer', () => {
    const refused = endWithReason('party-refused', '乙方（110101199003074477）拒绝。', NOW);
    expect(refused).toMatchObject({ ok: false, error: { pointer: '/publicAnswer' } });
  });
});

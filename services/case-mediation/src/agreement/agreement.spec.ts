import { describe, expect, it } from '@jest/globals';
import { newId, unwrap } from '@zero-distance/kernel';
import { DIFFICULTIES, referCase } from '../mediation-case/mediation-case.js';
import { AGREEMENT_FORMS, type AgreementInput, makeAgreement } from './agreement.js';

const NOW = new Date('2026-11-23T04:00:00Z');
const current = referCase(
  {
    requestId: newId(),
    requestNumber: '1',
    areaCode: '230903011001',
    caseType: 'other',
    barredOrganisationIds: null,
    barredAccountIds: null,
  },
  NOW,
);
const INPUT: AgreementInput = {
  form: 'written',
  terms: '乙方停止夜间噪声。',
  immediate: false,
  performBy: '2026-12-31',
};

describe('an agreement', () => {
  const cells = AGREEMENT_FORMS.flatMap((form) =>
    [true, false].flatMap((immediate) =>
      DIFFICULTIES.flatMap((difficulty) => [true, false].map((writingAsked) => ({ form, immediate, difficulty, writingAsked }))),
    ),
  );
  it.each(cells)('$form, immediate $immediate, $difficulty case, writing asked for $writingAsked', ({ difficulty, ...input }) => {
    const made = makeAgreement({ ...current, difficulty }, { ...INPUT, ...input }, NOW);
    const oralIsEnough = input.immediate && difficulty !== 'major' && !input.writingAsked;
    if (input.form === 'written' || oralIsEnough) expect(made.ok).toBe(true);
    else expect(made).toMatchObject({ ok: false, error: { code: 'case_mediation.agreement.must_be_written', pointer: '/form' } });
  });

  it('has to be performed by the end of its day in Shanghai', () => {
    expect(unwrap(makeAgreement(current, INPUT, NOW)).performBy).toEqual(new Date('2026-12-31T16:00:00Z'));
  });

  it('performed at once needs no day: it is today', () => {
    const made = unwrap(makeAgreement(current, { ...INPUT, immediate: true, performBy: undefined }, NOW));
    expect(made).toMatchObject({ immediate: true, performBy: new Date('2026-11-23T16:00:00Z') });
  });

  it.each<[string, Partial<AgreementInput>, string, string]>([
    ['no day to perform it', { performBy: undefined }, 'agreement.deadline_missing', '/performBy'],
    ['a day that has passed', { performBy: '2026-11-22' }, 'agreement.deadline_invalid', '/performBy'],
    ['a day that is none', { performBy: '2026-02-30' }, 'agreement.deadline_invalid', '/performBy'],
  ])('is refused with %s', (_what, over, code, pointer) => {
    expect(makeAgreement(current, { ...INPUT, ...over }, NOW)).toMatchObject({
      ok: false,
      error: { code: `case_mediation.${code}`, pointer },
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { DomainError, defineErrors } from './domain-error.js';

const refuse = defineErrors('case-mediation', {
  'case.not_found': { status: 404, zh: '没有案件 {id}。', en: 'There is no case {id}.' },
  'case.too_late': { status: 409, zh: '已过 {days} 天。', en: '{days} days late, {days} too many.' },
});

describe('a domain error', () => {
  it('has a stable code, prefixed with its service in snake_case', () => {
    const error = refuse('case.not_found', { id: 'A1' });
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'case_mediation.case.not_found', status: 404, params: { id: 'A1' } });
    expect(error.message).toBe('case_mediation.case.not_found: There is no case A1.');
  });

  it('speaks both languages, with every parameter filled in', () => {
    const error = refuse('case.too_late', { days: 3 });
    expect(error.text('zh-CN')).toBe('已过 3 天。');
    expect(error.text('en')).toBe('3 days late, 3 too many.');
  });

  it('leaves a placeholder without a parameter unchanged, rather than writing "undefined"', () => {
    expect(refuse('case.not_found').text('en')).toBe('There is no case {id}.');
  });

  it('does not fill a parameter that itself looks like a placeholder', () => {
    expect(refuse('case.not_found', { id: '{id}' }).text('en')).toBe('There is no case {id}.');
  });

  it('points at the field at fault', () => {
    expect(refuse('case.not_found', {}, '/caseId').pointer).toBe('/caseId');
  });

  it('is listed in its catalogue under its full code', () => {
    expect(refuse.every.map(({ code }) => code)).toEqual(['case_mediation.case.not_found', 'case_mediation.case.too_late']);
  });
});

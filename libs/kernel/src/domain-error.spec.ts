import { describe, expect, it } from '@jest/globals';
import { DomainError, defineErrors } from './domain-error.js';

const EXAMPLES = { days: 2 };
const refuse = defineErrors('case-mediation', EXAMPLES, {
  'case.not_found': { status: 404, zh: '没有案件 {id}。', en: 'There is no case {id}.' },
  'case.too_late': { status: 409, zh: '已过 {days} 天。', en: '{days} days late, {days} too many.' },
  'case.far_too_late': { status: 409, zh: '已过 {days} 天。', en: '{days} days late.', examples: { days: 60 } },
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

  it('shows examples in the documentation: of the refusal, of its own text, of its catalogue, the nearest first', () => {
    expect(refuse('case.not_found').exampleText('en')).toBe('There is no case 01980d5e-7c1a-7000-8000-000000000000.');
    expect(refuse('case.too_late').exampleText('zh-CN')).toBe('已过 2 天。');
    expect(refuse('case.far_too_late').exampleText('zh-CN')).toBe('已过 60 天。');
    expect(refuse('case.far_too_late', { days: 61 }).exampleText('zh-CN')).toBe('已过 61 天。');
  });

  it('does not fill a parameter that itself looks like a placeholder', () => {
    expect(refuse('case.not_found', { id: '{id}' }).text('en')).toBe('There is no case {id}.');
  });

  it('points at the field at fault', () => {
    expect(refuse('case.not_found', {}, '/caseId').pointer).toBe('/caseId');
  });

  it('is listed in its catalogue under its full code', () => {
    expect(refuse.every.map(({ code }) => code)).toEqual(
      ['case.not_found', 'case.too_late', 'case.far_too_late'].map((key) => `case_mediation.${key}`),
    );
  });
});

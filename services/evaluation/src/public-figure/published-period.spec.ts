import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@zero-distance/kernel';
import { type Period, parsePeriod } from '../figure/period.js';
import { notPublished, publishedPeriod } from './published-period.js';

const RELEASED = { first: '2025-04', last: '2026-10' };
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return (error as DomainError).code;
  }
  return undefined;
};

describe('the period of public figures', () => {
  it('is the last month released when none is asked for', () => {
    expect(publishedPeriod(undefined, RELEASED).text).toBe('2026-10');
    expect(publishedPeriod('2025', RELEASED).text).toBe('2025');
    expect(codeOf(() => publishedPeriod('2025-04-01', RELEASED))).toBe('evaluation.period.not_public');
  });

  it('of which nothing was published is told with the months that were, and blamed on nobody’s parameter while there are none', () => {
    const period = parsePeriod('1999') as Period;
    expect(notPublished(period, RELEASED)).toMatchObject({ code: 'evaluation.period.not_published', pointer: 'period' });
    expect(notPublished(period, RELEASED).params).toEqual({ period: '1999', first: '2025-04', last: '2026-10' });
    expect(codeOf(() => publishedPeriod(undefined, undefined))).toBe('evaluation.period.none_published');
    const none = notPublished(period, undefined);
    expect([none.code, none.pointer]).toEqual(['evaluation.period.none_published', undefined]);
  });
});

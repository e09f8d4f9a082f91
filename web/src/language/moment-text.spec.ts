import { describe, expect, it } from '@jest/globals';
import { momentText } from './moment-text.js';

describe('A time on a page', () => {
  it('is told in Shanghai, whatever its offset', () => {
    expect(momentText('2026-12-06T01:30:00.000Z', 'zh')).toBe('2026年12月6日 09:30');
    expect(momentText('2026-12-06T09:30:00+08:00', 'en')).toBe('6 Dec 2026, 09:30');
  });

  it('at the end of a day, as a limit is, is 24:00 of that day', () => {
    expect(momentText('2026-12-06T16:00:00.000Z', 'zh')).toBe('2026年12月6日 24:00');
    expect(momentText('2026-12-31T16:00:00.000Z', 'en')).toBe('31 Dec 2026, 24:00');
  });

  it('at which something begins is 00:00 of the day that begins', () => {
    expect(momentText('2026-12-06T16:00:00.000Z', 'zh', true)).toBe('2026年12月7日 00:00');
  });

  it('that is a day has no hour', () => {
    expect(momentText('2026-12-06', 'zh')).toBe('2026年12月6日');
  });
});

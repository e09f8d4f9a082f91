import { describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { referCase } from '../mediation-case/mediation-case.js';
import { holdSession, type SessionInput } from './session.js';

const NOW = new Date('2026-11-23T04:00:00Z');
const DUE = new Date('2026-11-20T16:00:00Z');
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
const INPUT: SessionInput = { heldAt: NOW, place: '调解室' };

describe('a session', () => {
  it('is kept with what was said, when there are minutes', () => {
    expect(holdSession(current, INPUT, NOW)).toMatchObject({
      ok: true,
      value: { caseId: current.id, minutes: null, extensionAskedByAll: false },
    });
    expect(holdSession(current, { ...INPUT, minutes: '各自陈述。' }, NOW)).toMatchObject({ ok: true, value: { minutes: '各自陈述。' } });
  });

  it.each<[string, Partial<SessionInput>, string, string]>([
    ['still to come', { heldAt: new Date(NOW.getTime() + 1) }, 'session.in_future', '/heldAt'],
  ])('is refused %s', (_what, over, code, pointer) => {
    expect(holdSession(current, { ...INPUT, ...over }, NOW)).toMatchObject({
      ok: false,
      error: { code: `case_mediation.${code}`, pointer },
    });
  });

  it('is refused from the end of the limit on, unless all parties asked to go on', () => {
    const limited = { ...current, dueAt: DUE };
    expect(holdSession(limited, { ...INPUT, heldAt: new Date(DUE.getTime() - 1) }, NOW).ok).toBe(true);
    const refused = holdSession(limited, { ...INPUT, heldAt: DUE }, NOW);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'case_mediation.session.limit_passed', params: { due: '2026-11-20 24:00' } },
    });
    expect(holdSession(limited, { ...INPUT, heldAt: DUE, extensionAskedByAll: true }, NOW).ok).toBe(true);
  });
});

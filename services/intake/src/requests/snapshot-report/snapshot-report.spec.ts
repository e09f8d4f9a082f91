import { describe, expect, it } from '@jest/globals';
import { type Actor, ok, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import {
  comesBack,
  handedOver,
  isOverdue,
  joinedTo,
  refused,
  reminded,
  reporterFrom,
  reportSnapshot,
  SNAPSHOT_REPORT_EVENTS,
  type SnapshotReport,
  subjectOf,
  waitsOfGroup,
  wordsGone,
} from './snapshot-report.js';
import { SNAPSHOT_REPORT_TRANSITIONS } from './snapshot-report.transitions.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
const WAITS = { 'snapshot-hours': 2, 'snapshot-reminder-hours': 24, 'snapshot-refused-days': 30 };
const REPORTED = {
  id: '0190a5c0-7c1e-7000-8000-000000000099',
  number: '230903-261127-000001',
  channel: 'online',
  areaCode: '230903',
  wechatGroup: null,
  text: '路灯不亮',
  place: '3号楼前',
  point: { type: 'Point', coordinates: [131.0159, 45.7712] },
  confidential: false,
} as const;
const reporter = { name: 'sealed', nameMasked: '张*', phone: 'sealed', phoneMasked: '138****1234' };
const by = (more: object = {}) => ({ reporter: null, reportedBy: null, organisationId: null, ...more });
const report: SnapshotReport = reportSnapshot(REPORTED, by({ reporter }), NOW, WAITS);
const VERIFIERS = ['intake-clerk', 'grid-worker'] as const;

describeMachine(SNAPSHOT_REPORT_TRANSITIONS, {
  start: 'reported',
  expected: {
    reported: {
      register: ['registered', ...VERIFIERS],
      join: ['joined', ...VERIFIERS],
      refuse: ['refused', ...VERIFIERS],
      relocate: ['reported', 'system'],
      remind: ['reported', 'system'],
      erase: ['erased', 'system'],
    },
    registered: { 'reverse-points': ['registered', ...VERIFIERS] },
    joined: { unjoin: ['reported', ...VERIFIERS], relocate: ['joined', 'system'], erase: ['joined', 'system'] },
    refused: { register: ['registered', ...VERIFIERS], erase: ['refused', 'system'] },
    erased: {},
  },
  take: (state, action, actor) => {
    const row = SNAPSHOT_REPORT_TRANSITIONS.decide(state, action, actor, {
      ...{ reportedBy: null, erasedAt: null, points: 10, followUpIds: ['1'] },
      actorId: 'another',
    });
    return row.ok ? ok(stepOf(row.value, { ...report, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) =>
    SNAPSHOT_REPORT_EVENTS[event](
      { ...after, requestId: after.id, refusalCode: 'unclear' },
      { before: before && { ...before, requestId: after.id }, at: NOW },
    ),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('a snapshot report', () => {
  it('is verified by nobody who reported it', () => {
    const own = { ...report, reportedBy: 'rider' };
    const decide = (id: string) => {
      const actor = { id, roles: ['grid-worker'], scopes: [], area: '' } as Actor;
      return SNAPSHOT_REPORT_TRANSITIONS.decide('reported', 'register', actor, subjectOf(own, actor));
    };
    expect(decide('rider')).toMatchObject({ ok: false, error: { code: 'platform.duties_not_separate' } });
    expect(decide('another')).toMatchObject({ ok: true });
  });

  it('gives back points that it has, and once', () => {
    const actor = { id: 'another', roles: ['grid-worker'], scopes: [], area: '' } as Actor;
    const decide = (points: number | null) =>
      SNAPSHOT_REPORT_TRANSITIONS.decide('registered', 'reverse-points', actor, subjectOf({ ...report, points }, actor));
    expect([decide(10), decide(0), decide(null)].map(({ ok }) => ok)).toEqual([true, false, false]);
  });

  it('begins with nothing decided, and keeps of who reported it the name and the number alone', () => {
    const undecided = { requestId: null, points: null, refusalCode: null, publicAnswer: null, decidedAt: null, erasedAt: null };
    expect(report).toMatchObject(undecided);
    const sealed = { ...reporter, phoneIndex: 'index' };
    expect(reporterFrom({ ...sealed, address: 'sealed', addressMasked: '桃山区***' } as never)).toEqual(sealed);
  });

  it('tells its points with the request that it became, and of none where it earns none', () => {
    const { id } = report;
    const dataOf = (points: number | null) =>
      SNAPSHOT_REPORT_EVENTS['intake.snapshot-report.registered.v1']({ ...report, requestId: id, points }, { before: report, at: NOW });
    expect(dataOf(10)).toMatchObject({ requestId: id, points: 10 });
    expect(dataOf(null)).not.toHaveProperty('points');
  });

  it('is due within what the group promises by whose link it came, and never later than one without a group', () => {
    const due = (responseMinutes: number) =>
      reportSnapshot(REPORTED, by(), NOW, waitsOfGroup(WAITS, responseMinutes)).dueAt.getTime() - NOW.getTime();
    expect([due(30), due(10_080)]).toEqual([30 * 60_000, WAITS['snapshot-hours'] * 3_600_000]);
  });

  it('is tracked by the last digits of the telephone, or by four that are drawn', () => {
    expect(report.trackingCode).toBe('1234');
    const extended = { ...reporter, phoneMasked: '0464-****5678转***' };
    expect(reportSnapshot(REPORTED, by({ reporter: extended }), NOW, WAITS).trackingCode).toBe('5678');
    const unnamed = reportSnapshot(REPORTED, by(), NOW, WAITS);
    expect(unnamed).toMatchObject({ trackingCode: expect.stringMatching(/^\d{4}$/), name: null, phone: null });
  });

  it('keeps nothing of what was said, nor of who said it, once a request has that', () => {
    const after = { ...report, ...handedOver('0190a5c0-7c1e-7000-8000-000000000001', NOW) };
    expect(JSON.stringify(after)).not.toMatch(/路灯|号楼|131|sealed|张|138/);
    expect(after).toMatchObject({ trackingCode: '1234', nextAt: null, decidedAt: NOW });
  });

  it('keeps, added to a request, who reported it and what it comes back with, and no word; and has its whole time again when it is back', () => {
    const kept = { followUpIds: ['f1', 'f2'], fileIds: ['p1'] };
    const joined = { ...report, state: 'joined', ...joinedTo('0190a5c0-7c1e-7000-8000-000000000001', kept, NOW) } as const;
    expect(joined).toMatchObject({ ...kept, ...reporter, text: null, place: null, point: null, decidedAt: NOW, nextAt: null });
    expect({ ...joined, state: 'reported', ...comesBack(joined, REPORTED, hours(5), WAITS) }).toEqual({
      ...{ ...report, dueAt: hours(7), nextAt: hours(7), unjoinedFrom: ['0190a5c0-7c1e-7000-8000-000000000001'] },
    });
  });

  it('comes out of a request that was not erased, and to which this release has added it', () => {
    const actor = { id: 'another', roles: ['intake-clerk'], scopes: [], area: '' } as Actor;
    const added = { ...report, followUpIds: ['f1'] };
    const codeOf = (changes: Partial<SnapshotReport>) => {
      const allowed = SNAPSHOT_REPORT_TRANSITIONS.decide('joined', 'unjoin', actor, subjectOf({ ...added, ...changes }, actor));
      return allowed.ok ? 'comes out' : allowed.error.code.replace(/^.*\./, '');
    };
    expect(codeOf({})).toBe('comes out');
    expect(codeOf({ followUpIds: null })).toBe('nothing_to_come_back');
    expect(codeOf({ erasedAt: NOW })).toBe('erased_already');
    expect(codeOf({ reportedBy: 'another' })).toBe('duties_not_separate');
  });

  it('reminds when its hours are over and each day after, and is overdue until somebody has decided', () => {
    expect(report).toMatchObject({ dueAt: hours(2), nextAt: hours(2) });
    expect([isOverdue(report, hours(1)), isOverdue(report, hours(2)), isOverdue({ ...report, state: 'joined' }, hours(2))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(reminded(hours(2), WAITS)).toEqual({ nextAt: hours(26) });
  });

  it('keeps its words for thirty days after it was refused, and then nothing that opens it either', () => {
    const after = { ...report, state: 'refused', ...refused('outside-district', '请向事发地反映。', NOW, WAITS) } as const;
    expect(after).toMatchObject({ text: '路灯不亮', nextAt: hours(720) });
    expect({ ...after, ...wordsGone(hours(720)) }).toMatchObject({
      ...{ text: null, place: null, point: null, name: null, phone: null, phoneIndex: null, trackingCode: null, nextAt: null },
    });
  });
});

import type { EventType } from '@zero-distance/contracts';
import { checkSeparate, type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuseSnapshot } from './snapshot-report.errors.js';

/** What guards look at. */
export interface Subject {
  /** The account of the mobile grid worker who reported it; null for a resident. */
  readonly reportedBy: string | null;
  /** When its words were taken away; null while they are there. */
  readonly erasedAt: Date | null;
  /** What it has earned; null for what earns nothing. */
  readonly points: number | null;
  /** What it was added to a request by; null for what was not, or by an earlier release. */
  readonly followUpIds: readonly string[] | null;
  readonly actorId: string;
}

/** 核实: by nobody who reported it. */
const notByWhoReported = ({ reportedBy, actorId }: Subject): DomainError | undefined =>
  checkSeparate('second-check', actorId, { collect: reportedBy === null ? [] : [reportedBy] });

const notErased = ({ erasedAt }: Subject): DomainError | undefined =>
  erasedAt ? refuseSnapshot('snapshot_report.erased_already') : undefined;

const hasPoints = ({ points }: Subject): DomainError | undefined => (points ? undefined : refuseSnapshot('snapshot_report.no_points'));

/** An earlier release kept neither who reported it nor what it had added; and what was erased with its request is no more. */
const comesBack = ({ followUpIds }: Subject): DomainError | undefined =>
  followUpIds === null ? refuseSnapshot('snapshot_report.nothing_to_come_back') : undefined;

const VERIFIERS = ['intake-clerk', 'grid-worker'] as const;

/** reported 待核实, registered 已登记 (valid: it is a request now), joined 已并入 (a repeat: it was added to a request), refused 不予受理, erased 已删除 (nobody had looked). */
export const SNAPSHOT_REPORT_TRANSITIONS = defineMachine<Subject>()(
  'intake.snapshot_report',
  [
    {
      action: 'register',
      from: ['reported'],
      to: 'registered',
      by: VERIFIERS,
      guard: notByWhoReported,
      event: 'intake.snapshot-report.registered.v1',
    },
    {
      // It was refused in error: as long as its words are there, somebody may look again.
      action: 'register',
      from: ['refused'],
      to: 'registered',
      by: VERIFIERS,
      guard: (subject) => notErased(subject) ?? notByWhoReported(subject),
      event: 'intake.snapshot-report.registered.v1',
    },
    {
      action: 'join',
      from: ['reported'],
      to: 'joined',
      by: VERIFIERS,
      guard: notByWhoReported,
      event: 'intake.snapshot-report.joined.v1',
    },
    // 撤出: it was added to the wrong request, which may be finished by now: that its answer is that of another matter, is seen then at the latest.
    {
      action: 'unjoin',
      from: ['joined'],
      to: 'reported',
      by: VERIFIERS,
      guard: (subject) => notErased(subject) ?? comesBack(subject) ?? notByWhoReported(subject),
      event: 'intake.snapshot-report.unjoined.v1',
    },
    {
      action: 'refuse',
      from: ['reported'],
      to: 'refused',
      by: VERIFIERS,
      guard: notByWhoReported,
      event: 'intake.snapshot-report.refused.v1',
    },
    // 撤回积分: it was not what it seemed. The request goes its own way.
    {
      action: 'reverse-points',
      from: ['registered'],
      to: 'registered',
      by: VERIFIERS,
      guard: (subject) => hasPoints(subject) ?? notByWhoReported(subject),
      event: 'intake.snapshot-report.points-reversed.v1',
    },
    // 区划撤并. Of one that was joined, so that it comes back where somebody looks.
    { action: 'relocate', from: ['reported'], to: 'reported', by: ['system'], event: 'intake.snapshot-report.relocated.v1' },
    { action: 'relocate', from: ['joined'], to: 'joined', by: ['system'], event: 'intake.snapshot-report.relocated.v1' },
    { action: 'remind', from: ['reported'], to: 'reported', by: ['system'], event: 'intake.snapshot-report.reminded.v1' },
    // 依法删除: who reported it asked for it before anybody had looked.
    { action: 'erase', from: ['reported'], to: 'erased', by: ['system'], event: 'intake.snapshot-report.erased.v1' },
    { action: 'erase', from: ['joined'], to: 'joined', by: ['system'], guard: notErased, event: 'intake.snapshot-report.erased.v1' },
    { action: 'erase', from: ['refused'], to: 'refused', by: ['system'], guard: notErased, event: 'intake.snapshot-report.erased.v1' },
  ],
  {
    reported: { policy: 'snapshot-hours' },
    registered: 'final',
    joined: { waitsFor: ['intake.request'] }, // until that is erased it may come back
    refused: { policy: 'snapshot-refused-days' },
    erased: 'final',
  },
);

export const SNAPSHOT_REPORT_STATES = SNAPSHOT_REPORT_TRANSITIONS.states;
export type SnapshotReportState = StateOf<typeof SNAPSHOT_REPORT_TRANSITIONS>;
/** The events that tell of a snapshot report, its beginning included. */
export type SnapshotReportEventType = Extract<EventType, `intake.snapshot-report.${string}`>;

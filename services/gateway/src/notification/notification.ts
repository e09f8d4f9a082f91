import type { StaffKind } from '@zero-distance/notification';

/** 工作通知: one thing that one member of staff was told. It holds codes and ids alone. */
export interface Notification {
  readonly id: string;
  /** The `sub` of whom it is for. */
  readonly accountId: string;
  readonly eventId: string;
  readonly kind: StaffKind;
  /** `dispatch.work-order`: what it is about, and its id. */
  readonly noun: string;
  readonly subjectId: string;
  readonly matterId: string;
  readonly areaCode: string;
  readonly happenedAt: Date;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly version: number;
}

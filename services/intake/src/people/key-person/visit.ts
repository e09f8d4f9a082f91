import type { CareRisk, CareWay } from '@zero-distance/contracts';
import type { KeyRing } from '@zero-distance/personal-data';

/** 发现需求: what came of a visit. request 已登记诉求 (a service order is one), referral 需转介. */
export const CARE_NEEDS = ['none', 'request', 'referral'] as const;
export type CareNeed = (typeof CARE_NEEDS)[number];

/** 走访. Kept as it was, also where it does not count. */
export interface Visit {
  readonly id: string;
  readonly keyPersonId: string;
  /** The file that they were entered for who were visited. */
  readonly enteredFor: string;
  readonly at: Date;
  readonly way: CareWay;
  readonly met: boolean;
  /** The risk that they were at. */
  readonly risk: CareRisk;
  readonly counts: boolean;
  readonly need: CareNeed;
  readonly requestId: string | null;
  /** 走访情况, sealed; null where nothing was said, or it was erased. */
  readonly note: string | null;
  /** The account of who recorded it. */
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

const contextOf = (id: string): string => `${id}/note`;
export const sealNote = (id: string, note: string | undefined, ring: KeyRing): string | null =>
  note === undefined ? null : ring.encrypt(note, contextOf(id));
/** Callers that show it write an access record in the same transaction. */
export const openNote = ({ id, note }: Visit, ring: KeyRing): string | null => (note === null ? null : ring.decrypt(note, contextOf(id)));

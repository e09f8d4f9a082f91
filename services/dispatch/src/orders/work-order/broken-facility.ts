import type { Facility, OpenWord } from '@zero-distance/contracts';

/** 设施故障: what is to be mended, and at which service point. */
export interface BrokenFacility {
  readonly servicePointCode: string;
  readonly name: string;
  readonly place: string;
  readonly facility: OpenWord<Facility>;
  /** What is wrong with it, in words without personal data; null when nobody said more. */
  readonly note: string | null;
}

import type { ServicePromise } from './ordered-service.js';

/** 设施故障: what is to be mended, and at which service point. */
export interface BrokenFacility {
  readonly servicePointCode: string;
  readonly name: string;
  readonly place: string;
  /** A word that this version does not know yet stays as it came. */
  readonly facility: string;
  /** What is wrong with it, in words without personal data; null when nobody said more. */
  readonly note: string | null;
}

/** What an order provides or mends, besides what is asked. */
export interface Purpose {
  /** 点单: the service that it provides; null of every other order. */
  readonly service: ServicePromise | null;
  /** 设施故障: what is to be mended; null of every other order. */
  readonly facilityFault: BrokenFacility | null;
}

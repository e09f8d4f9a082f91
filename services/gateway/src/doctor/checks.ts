import { AUDIT_CHAIN } from './audit-chain.js';
import type { Check } from './check.js';

/** All that the doctor looks at, in this order. */
export const CHECKS: readonly Check[] = [AUDIT_CHAIN];

import type { Liveness } from '../http/liveness.js';
import type { Readiness } from './readiness.js';

/** The health of a process, for orchestrators and callers. */
export interface Health {
  readonly liveness: Liveness;
  readonly readiness: Readiness;
}

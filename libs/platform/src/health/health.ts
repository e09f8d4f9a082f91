import type { Liveness } from '../http/liveness.js';
import type { Readiness } from './readiness.js';

/** What a process tells of itself to those who start it and send it requests. */
export interface Health {
  readonly liveness: Liveness;
  readonly readiness: Readiness;
}

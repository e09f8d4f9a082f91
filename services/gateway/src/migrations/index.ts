import { Gateway1 } from './gateway-1.js';
import { Gateway2 } from './gateway-2.js';

/** The gateway's schema, oldest first. It has no event path: it emits and hears nothing. */
export const migrations = [Gateway1, Gateway2];

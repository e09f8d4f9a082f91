import { Gateway1 } from './gateway-1.js';
import { Gateway2 } from './gateway-2.js';
import { Gateway3 } from './gateway-3.js';

/** The gateway's schema, oldest first. It has no event path: it emits and hears nothing. */
export const migrations = [Gateway1, Gateway2, Gateway3];

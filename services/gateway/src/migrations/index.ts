import { Gateway1764000000000 } from './1764000000000-gateway.js';
import { Gateway1764200000000 } from './1764200000000-gateway.js';
import { Gateway1764500000000 } from './1764500000000-gateway.js';

/** Oldest first. The gateway has no event path: it emits and hears nothing. */
export const migrations = [Gateway1764000000000, Gateway1764200000000, Gateway1764500000000];

/** Run after them when their text has changed. */
export const definitions: readonly never[] = [];

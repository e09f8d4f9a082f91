import { EXPECT_ROWS, type RepeatableDefinition } from '@zero-distance/persistence/migrations';
import { MAINTAIN_PARTITIONS, OUTBOX_PENDING, TAKE_OWNERSHIP } from './event-path.definition.js';

export { EventPath1700000000000 } from './1700000000000-event-path.js';
export { ServiceLocks1764400000000 } from './1764400000000-service-locks.js';

/** What every service with an event path defines, before its own. */
export const EVENT_PATH_DEFINITIONS: readonly RepeatableDefinition[] = [EXPECT_ROWS, OUTBOX_PENDING, MAINTAIN_PARTITIONS, TAKE_OWNERSHIP];

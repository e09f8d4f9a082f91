import type { SessionDto } from './session.dto.js';
import type { Session } from './session.js';

/** A session as the API answers it. */
export const toSessionDto = ({ caseId: _, ...session }: Session): SessionDto => ({
  ...session,
  heldAt: session.heldAt.toISOString(),
  recordedAt: session.recordedAt.toISOString(),
});

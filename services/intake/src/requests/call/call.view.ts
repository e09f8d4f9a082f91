import type { CallDto } from './call.dto.js';
import type { Call } from './call.js';

/** A call as staff see it. */
export const toCallDto = ({ callId, line, areaCode, agentId, queueSeconds, recordingReference }: Call): CallDto => ({
  callId,
  line,
  areaCode,
  agentAccountId: agentId,
  queueSeconds,
  recordingReference,
});

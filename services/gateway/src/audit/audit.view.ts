import type { AuditDto } from './audit.dto.js';
import type { AuditEntry } from './audit.js';

/** A line of the audit trail as the API answers it. */
export const toAuditDto = ({ id, service, action, subject, actorId, clientId, organisation, detail, at }: AuditEntry): AuditDto => ({
  id,
  at: at.toISOString(),
  service,
  action,
  subject,
  actorId,
  clientId,
  organisation,
  detail: detail && Object.entries(detail).map(([name, value]) => ({ name, value })),
});

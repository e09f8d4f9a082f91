import type { ChecklistDto } from './checklist.dto.js';
import type { Checklist } from './checklist.js';

/** A version as the API answers it. */
export const toChecklistDto = ({ version, recheckWorkingDays, items, publishedAt }: Checklist): ChecklistDto => ({
  version,
  recheckWorkingDays,
  items: [...items],
  publishedAt: publishedAt.toISOString(),
});

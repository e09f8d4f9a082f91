import type { PastCallDto } from './past-call.dto.js';
import type { PastCall } from './past-call.js';

/** A past call as who brings it in sees it. It never changes. */
export const toPastCallDto = ({ pastReference, calledAt, ...said }: PastCall): PastCallDto => ({
  ...said,
  ...{ reference: pastReference, version: 1, calledAt: calledAt.toISOString() },
});

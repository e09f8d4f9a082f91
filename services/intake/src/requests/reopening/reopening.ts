import { DAY_MS } from '@zero-distance/kernel';

/** 重新办理期限: until when a requester may have what ended then handled again. */
export const reopenUntil = (endedAt: Date, days: number): Date => new Date(endedAt.getTime() + days * DAY_MS);

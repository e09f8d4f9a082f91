import type { Request } from '../request/request.js';

/** 删除依据: lawful-request 本人依法请求, retention-over 保存期满. */
export const ERASURE_BASES = ['lawful-request', 'retention-over'] as const;
export type ErasureBasis = (typeof ERASURE_BASES)[number];

/** What stands where a title and a text must. */
const ERASED = '（内容已依法删除）';

/** What a request keeps once its words are erased: ids, codes and times, so that every figure stays what it was. */
export const erased = (now: Date): Partial<Request> => ({ title: ERASED, text: ERASED, place: null, point: null, erasedAt: now });

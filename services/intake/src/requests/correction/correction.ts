import type { Correct } from '../request/request.js';

/** 更正记录: what stood in a request before a correction, and what stands there since. */
export interface Correction {
  readonly id: string;
  readonly requestId: string;
  readonly at: Date;
  readonly actorId: string;
  readonly reason: string;
  /** Only what was corrected. */
  readonly before: Partial<Correct>;
  readonly after: Partial<Correct>;
}

/** Of these, the words and the point leave with the request's own when it is erased. */
export const WORDS_OF_CORRECTIONS = ['title', 'place', 'point'] as const satisfies readonly (keyof Correct)[];

/** What an input asks for beside what stands there. */
export const correctTo = (request: Correct, input: Partial<Correct>): Correct => ({
  areaCode: input.areaCode ?? request.areaCode,
  categoryCode: input.categoryCode ?? request.categoryCode,
  urgency: input.urgency ?? request.urgency,
  title: input.title ?? request.title,
  place: input.place ?? request.place,
  point: input.point ?? request.point,
});

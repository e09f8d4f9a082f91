import type { LikenessDto } from './duplicate.dto.js';
import type { Likeness } from './duplicate.js';

export const toLikenessDto = ({ kind, share, metres, days }: Likeness): LikenessDto => ({
  kind,
  percent: Math.round(100 * share),
  metres: metres ?? null,
  days: days ?? null,
});

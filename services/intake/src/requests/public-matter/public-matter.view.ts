import { dateOf } from '@zero-distance/calendar';
import { stepOf } from '../tracking/tracking.js';
import type { PublicMatterDto } from './public-matter.dto.js';
import { type PublicMatter, publicNumber } from './public-matter.js';

/** A matter as anybody reads it: the day of its receipt, not the minute. */
export const toPublicMatterDto = ({ state, number, receivedAt, ...matter }: PublicMatter): PublicMatterDto => ({
  ...matter,
  number: publicNumber(number),
  step: stepOf(state),
  receivedOn: dateOf(receivedAt),
});

import type { RequestState } from '../request/request.transitions.js';
import type { TrackedDto } from './tracking.dto.js';
import { isAnswered, stepOf } from './tracking.js';

interface Told {
  readonly number: string;
  readonly state: RequestState;
  readonly receivedAt: Date;
  readonly repliedAt: Date | null;
  readonly publicAnswer: string | null;
}

export const toTrackedDto = ({ number, state, receivedAt, repliedAt, publicAnswer }: Told): TrackedDto => ({
  number,
  step: stepOf(state),
  receivedAt: receivedAt.toISOString(),
  repliedAt: isAnswered(state) ? (repliedAt?.toISOString() ?? null) : null,
  publicAnswer: isAnswered(state) ? publicAnswer : null,
});

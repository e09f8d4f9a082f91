import { Injectable } from '@nestjs/common';
import { type DomainError, SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { POLICIES } from '../../policy/policy.js';
import type { TrackedDto, TrackInput } from './tracking.dto.js';
import { closedUntil, opens, withOneMore } from './tracking.js';
import { findTracked, keepTries } from './tracking.store.js';
import { toTrackedDto } from './tracking.view.js';

/** 查询进展: by number and telephone, with no log-in. */
@Injectable()
export class TrackingService {
  constructor(private readonly transactor: Transactor) {}

  /** A number that there is not, and digits that are not its requester's, are answered alike. A wrong try is kept although it is refused. */
  async track({ number, lastFour }: TrackInput): Promise<TrackedDto> {
    const answer = await this.transactor.transact(SYSTEM, async (tx): Promise<TrackedDto | DomainError> => {
      const policies = await readPolicies(tx, POLICIES);
      const found = await findTracked(tx, number);
      if (!found) return refuse('tracking.not_found');
      const until = closedUntil(found.tries, policies['tracking-tries'], tx.now);
      if (until) return refuse('tracking.tried_too_often', { until: until.toISOString() });
      if (opens(found.opensWith, lastFour)) return toTrackedDto(found);
      keepTries(tx, found.id, withOneMore(found.tries, tx.now));
      return refuse('tracking.not_found');
    });
    if (answer instanceof Error) throw answer;
    return answer;
  }
}

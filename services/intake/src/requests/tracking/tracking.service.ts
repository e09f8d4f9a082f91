import { Injectable } from '@nestjs/common';
import { type DomainError, SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { networkOf, readPolicies } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { findAppointment } from '../appointment/appointment.store.js';
import { findPictures } from '../order-picture/order-picture.store.js';
import type { TrackedDto, TrackInput } from './tracking.dto.js';
import { closedUntil, opens, withOneMore } from './tracking.js';
import { findPromised, findTracked, forgetTries, holdTries, keepTries } from './tracking.store.js';
import { toTrackedDto } from './tracking.view.js';

/** 查询进展: by number and telephone, with no log-in. */
@Injectable()
export class TrackingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  /**
   * A number that there is not, and digits that are not its requester's, are answered and counted alike. A wrong try is kept although it is refused. It is
   * counted for the network that it came from: a stranger cannot take the day from who asked.
   */
  async track(address: string, { number, lastFour }: TrackInput): Promise<TrackedDto> {
    const answer = await this.transactor.transact(SYSTEM, async (tx): Promise<TrackedDto | DomainError> => {
      const policies = await readPolicies(tx, POLICIES);
      const guess = this.personalData.index.of(`tracking ${networkOf(address)} ${number}`);
      const tries = await holdTries(tx, guess);
      const found = await findTracked(tx, number);
      const until = closedUntil(tries, policies['tracking-tries'], tx.now);
      if (until) return triedTooOften(until, tx.now);
      if (found && opens(found.opensWith, lastFour)) {
        if (tries.wrong === 0) forgetTries(tx, guess);
        const requestId = found.request?.id ?? null;
        const promised = await findPromised(tx, found.request);
        return toTrackedDto(found, {
          promised,
          pictures: await findPictures(tx, requestId),
          appointment: await findAppointment(tx, requestId),
        });
      }
      keepTries(tx, guess, withOneMore(tries, tx.now));
      return refuse('tracking.not_found');
    });
    if (answer instanceof Error) throw answer;
    return answer;
  }
}

const triedTooOften = (until: Date, now: Date): DomainError =>
  refuse('tracking.tried_too_often', {
    until: until.toISOString(),
    retryAfterSeconds: Math.ceil((until.getTime() - now.getTime()) / 1000),
  });

import { Injectable } from '@nestjs/common';
import { type DomainError, SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { findAppointment } from '../appointment/appointment.store.js';
import { findPictures } from '../order-picture/order-picture.store.js';
import { tryDigits, untilOf } from './guess.store.js';
import type { TrackedDto, TrackInput } from './tracking.dto.js';
import { findPromised, findTracked } from './tracking.store.js';
import { toTrackedDto } from './tracking.view.js';

/** 查询进展: by number and telephone, with no log-in. */
@Injectable()
export class TrackingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  /** A wrong try is kept although it is refused. */
  async track(address: string, input: TrackInput): Promise<TrackedDto> {
    const answer = await this.transactor.transact(SYSTEM, async (tx): Promise<TrackedDto | DomainError> => {
      const most = (await readPolicies(tx, POLICIES))['tracking-tries'];
      const tried = await tryDigits(tx, { address, ...input }, { what: 'request', index: this.personalData.index, most }, async () => {
        const found = await findTracked(tx, input.number);
        return found && { found, opensWith: found.opensWith };
      });
      if (tried === 'wrong') return refuse('tracking.not_found');
      if ('until' in tried) return refuse('tracking.tried_too_often', untilOf(tried.until, tx.now));
      const { request } = tried.found;
      const requestId = request?.id ?? null;
      return toTrackedDto(tried.found, {
        promised: await findPromised(tx, request),
        pictures: await findPictures(tx, requestId),
        appointment: await findAppointment(tx, requestId),
      });
    });
    if (answer instanceof Error) throw answer;
    return answer;
  }
}

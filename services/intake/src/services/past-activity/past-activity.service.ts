import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { showPast } from '@zero-distance/platform';
import type { PastActivityDto, PastActivityInput } from './past-activity.dto.js';
import { PAST_ACTIVITIES } from './past-activity.store.js';

/** Activities of the time before this system, brought along with their own times and how many came: nobody is invited. */
@Injectable()
export class PastActivityService {
  constructor(private readonly transactor: Transactor) {}

  /** Brings a past activity in, once. */
  async put(actor: Actor, reference: string, input: PastActivityInput): Promise<PastActivityDto> {
    return showPast(
      await PAST_ACTIVITIES.put(this.transactor, actor, reference, {
        ...input,
        delivery: input.delivery ?? null,
        startsAt: new Date(input.startsAt),
      }),
    );
  }
}

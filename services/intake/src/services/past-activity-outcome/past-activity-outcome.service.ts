import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import type { Actor } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea, showPast } from '@zero-distance/platform';
import type { PastActivity } from '../past-activity/past-activity.js';
import { PAST_ACTIVITIES } from '../past-activity/past-activity.store.js';
import type { PastActivityOutcomeDto, PastActivityOutcomeInput } from './past-activity-outcome.dto.js';
import { refusePastActivityOutcome } from './past-activity-outcome.errors.js';
import { countOthers, PAST_ACTIVITY_OUTCOMES } from './past-activity-outcome.store.js';

/** What came of activities of the time before this system, brought along with its own days: nobody is asked about it. */
@Injectable()
export class PastActivityOutcomeService {
  constructor(private readonly transactor: Transactor) {}

  /** Brings an outcome of a past activity in, once, where the activity was. */
  put(actor: Actor, reference: string, input: PastActivityOutcomeInput): Promise<PastActivityOutcomeDto> {
    return this.transactor.transact(actor, async (tx) => {
      const activity = await PAST_ACTIVITIES.find(tx, input.activity);
      if (!activity) throw refusePastActivityOutcome('past_activity_outcome.no_activity', { activity: input.activity }, '/activity');
      const { areaCode, startsAt } = activity;
      assertWithinArea(actor, areaCode, '/activity');
      if (input.occurredOn < dateOf(startsAt)) throw refusePastActivityOutcome('past_activity_outcome.before_activity', {}, '/occurredOn');
      await checkSoManyCame(tx, activity, reference, input);
      return showPast(await PAST_ACTIVITY_OUTCOMES.bringIn(tx, reference, { ...input, areaCode }));
    });
  }
}

/** What came of it came of somebody who was there: no outcome is of more people. A row of a file sees those before it. */
async function checkSoManyCame(
  tx: Tx,
  { pastReference: activity, attended }: PastActivity,
  reference: string,
  { outcome }: PastActivityOutcomeInput,
): Promise<void> {
  if ((await countOthers(tx, { activity, outcome }, reference)) >= attended)
    throw refusePastActivityOutcome('past_activity_outcome.more_than_came', { activity, attended }, '/activity');
}

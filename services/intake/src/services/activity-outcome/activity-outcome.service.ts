import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import { idsOf } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { mapPage, type Page, readPolicies, type Target } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { FILES } from '../../requests/file/file.store.js';
import { loadHeld } from '../activity/activity.store.js';
import { ACTIVITY_BOOKINGS, holdBooking } from '../activity-booking/activity-booking.store.js';
import type { ActivityOutcomeDetailDto, ActivityOutcomeDto, ActivityOutcomeQuery, RecordOutcomeInput } from './activity-outcome.dto.js';
import { refuseOutcome } from './activity-outcome.errors.js';
import { ended, firstDay, firstFollowUp, followUpOn, type OutcomeFault, outcomeFault, recordOutcome } from './activity-outcome.js';
import { ACTIVITY_OUTCOMES, ONCE } from './activity-outcome.store.js';
import { toActivityOutcomeDetailDto, toActivityOutcomeDto } from './activity-outcome.view.js';

/** 活动成效: what came of it for who was there, with evidence, and whether it is still so. */
@Injectable()
export class ActivityOutcomeService {
  constructor(private readonly transactor: Transactor) {}

  /** 登记. The activity is held: nobody takes back meanwhile that they came; and so is the booking: of somebody who is erased meanwhile nothing is recorded, nor any evidence kept. */
  record(actor: Actor, bookingId: string, { files, employer, outcome, ...days }: RecordOutcomeInput): Promise<ActivityOutcomeDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { activityId } = await ACTIVITY_BOOKINGS.load(tx, bookingId);
      const activity = await loadHeld(tx, activityId);
      await holdBooking(tx, bookingId);
      const [booking, shown, policies] = [
        await ACTIVITY_BOOKINGS.load(tx, bookingId),
        await FILES.read(tx, files, 'result'),
        await readPolicies(tx, POLICIES),
      ];
      if (booking.state !== 'attended') throw refuseOutcome('activity_outcome.not_attended');
      if (booking.name === null) throw refuseOutcome('activity_outcome.erased');
      const today = dateOf(tx.now);
      const { occurredOn = today } = days;
      const said = { outcome, employer: employer ?? null, occurredOn, followUpOn: days.followUpOn ?? followUpOn(occurredOn, policies) };
      const fault = outcomeFault(said, activity, { evidence: shown.files.length, today, policies });
      const from = fault === 'follow-up' ? firstFollowUp(said, policies) : firstDay(activity);
      if (fault) throw refuseOutcome(FAULTS[fault][0], { from }, FAULTS[fault][1]);
      const { areaCode, organisationId } = booking;
      const recorded = recordOutcome(said, { activityId, bookingId, areaCode, organisationId }, actor.id, tx.now);
      FILES.attach(tx, { kind: 'activity-outcome', id: recorded.id }, shown);
      return toActivityOutcomeDto(ACTIVITY_OUTCOMES.insert(tx, recorded, { conflicts: ONCE, fileIds: idsOf(shown) }), tx);
    });
  }

  list(actor: Actor, query: ActivityOutcomeQuery): Promise<Page<ActivityOutcomeDto>> {
    return this.transactor.read(actor, async (tx) =>
      mapPage(await ACTIVITY_OUTCOMES.list(tx, query), (found) => toActivityOutcomeDto(found, tx)),
    );
  }

  get(actor: Actor, id: string): Promise<ActivityOutcomeDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await ACTIVITY_OUTCOMES.load(tx, id);
      const [history, files] = await Promise.all([ACTIVITY_OUTCOMES.history(tx, found), FILES.of(tx, 'activity-outcome', [id])]);
      return toActivityOutcomeDetailDto(found, { history, files: files.get(id) ?? [] }, tx);
    });
  }

  /** 回访: it is still so, it is so no more, or it was recorded by mistake. Why is kept as long as it is kept who came: it may name them, and no erasure would find it later. */
  end(actor: Actor, { id, ifMatch }: Target, action: 'confirm' | 'lose' | 'withdraw', reason?: string): Promise<ActivityOutcomeDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { bookingId } = await ACTIVITY_OUTCOMES.load(tx, id, ifMatch);
      const isKept = await holdBooking(tx, bookingId);
      const found = await ACTIVITY_OUTCOMES.load(tx, id, ifMatch);
      const why = reason !== undefined && isKept && { reason };
      return toActivityOutcomeDto(ACTIVITY_OUTCOMES.take(tx, found, action, ended(tx.now), { ...why }), tx);
    });
  }
}

const FAULTS = {
  day: ['activity_outcome.day_wrong', '/occurredOn'],
  'follow-up': ['activity_outcome.follow_up_wrong', '/followUpOn'],
  kind: ['activity_outcome.kind_wrong', '/outcome'],
  employer: ['activity_outcome.employer_wrong', '/employer'],
  evidence: ['activity_outcome.no_evidence', '/files'],
} as const satisfies Record<OutcomeFault, readonly [string, string]>;

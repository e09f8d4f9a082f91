import type { RequestDto } from '../../requests/request/request.dto.js';
import type { ActivityBooking } from '../activity-booking/activity-booking.js';
import type { HomeVisit } from '../home-visit/home-visit.js';
import type { ServiceCase } from '../service-case/service-case.js';
import type { ResidentTimelineEntryDto } from './resident-timeline.dto.js';

const NOTHING_ELSE = { number: null, takesPlaceAt: null, itemCode: null, activityId: null, serviceCaseId: null };

export const ofCase = ({ id, state, openedAt, externalNumber, itemCode }: ServiceCase): ResidentTimelineEntryDto => ({
  ...NOTHING_ELSE,
  ...{ kind: 'service-case', id, number: externalNumber, state, at: openedAt.toISOString(), itemCode },
});

export const ofVisit = ({ id, state, plannedAt, startsAt, visitedAt, serviceCaseId }: HomeVisit): ResidentTimelineEntryDto => ({
  ...NOTHING_ELSE,
  ...{ kind: 'home-visit', id, state, at: plannedAt.toISOString(), takesPlaceAt: (visitedAt ?? startsAt).toISOString(), serviceCaseId },
});

export const ofOrder = ({ id, number, state, receivedAt, service }: RequestDto): ResidentTimelineEntryDto => ({
  ...NOTHING_ELSE,
  ...{ kind: 'service-order', id, number, state, at: receivedAt, takesPlaceAt: service?.from ?? null, itemCode: service?.itemCode ?? null },
});

export const ofBooking = ({ id, number, state, bookedAt, activityId, activityStartsAt }: ActivityBooking): ResidentTimelineEntryDto => ({
  ...NOTHING_ELSE,
  ...{ kind: 'activity-booking', id, number, state, at: bookedAt.toISOString(), takesPlaceAt: activityStartsAt.toISOString(), activityId },
});

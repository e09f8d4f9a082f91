import { findDueBy } from '@zero-distance/persistence';
import { defineAggregate, type ListOrder, NEWEST_FIRST, overdueFilter } from '@zero-distance/platform';
import { ServiceCaseEntity, ServiceCaseHistoryEntity } from './service-case.entity.js';
import { refuseCase } from './service-case.errors.js';
import { type CaseSort, SERVICE_CASE_EVENTS, subjectOf } from './service-case.js';
import { SERVICE_CASE_TRANSITIONS } from './service-case.transitions.js';

/** Newest first, or what is to be decided soonest. */
const ORDERS = {
  ...NEWEST_FIRST,
  due: {
    by: [
      { column: 'due_at', property: 'dueAt', kind: 'time' },
      { column: 'id', property: 'id', kind: 'uuid' },
    ],
    direction: 'asc',
    where: `t.state = 'submitted'`,
  },
} as const satisfies Record<CaseSort, ListOrder<ServiceCaseEntity>>;

export const SERVICE_CASES = defineAggregate(
  {
    machine: SERVICE_CASE_TRANSITIONS,
    entity: ServiceCaseEntity,
    history: { entity: ServiceCaseHistoryEntity, key: 'serviceCaseId', since: 'openedAt' },
    notFound: (id) => refuseCase('service_case.not_found', { id }),
    /** Who handles it takes part in it. */
    visible: { by: 'matter', participants: 'organisation_id', recuses: false },
    begins: { action: 'open', event: 'intake.service-case.opened.v1' },
    events: SERVICE_CASE_EVENTS,
    orders: ORDERS,
    filters: {
      state: 'state',
      itemCode: 'item_code',
      residentIds: (ids: readonly string[], { given }) => {
        const of = given(ids);
        return [`t.applicant_id = any(${of}::uuid[])`, `t.resident_id = any(${of}::uuid[])`];
      },
      externalNumber: 'external_number',
      applicantPhoneIndex: 'applicant_phone_index',
      overdue: overdueFilter('due_at', `state = 'submitted'`),
      toVerify: (is: boolean) => (is ? 't.rating_due_at is not null and t.verified_at is null' : 't.rating_due_at is null'),
    },
  },
  (found, { actor }) => subjectOf(found, actor),
);

/** Those whose clock has something to do, the longest due before the others. */
export const findDueCases = findDueBy('service_case', 'next_at');

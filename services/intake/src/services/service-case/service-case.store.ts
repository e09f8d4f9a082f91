import { findDueBy, type ReadTx, type Tx } from '@zero-distance/persistence';
import { defineAggregate, type FilterContext, type ListOrder, NEWEST_FIRST, overdueFilter, searchedBy } from '@zero-distance/platform';
import { ServiceCaseEntity, ServiceCaseHistoryEntity } from './service-case.entity.js';
import { refuseCase } from './service-case.errors.js';
import { type CaseSort, type ServiceCase, subjectOf } from './service-case.js';
import { SERVICE_CASE_TRANSITIONS, type ServiceCaseState } from './service-case.transitions.js';
import { SERVICE_CASE_EVENTS } from './service-case-event.js';

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

const ofDecision = overdueFilter('due_at', `state = 'submitted'`);
const ofRating = overdueFilter('rating_due_at', 'rating_due_at is not null and verified_at is null');
const isStillRated = overdueFilter('rate_until', `state = 'delivered' and satisfaction is null`);
/** Past the time of what is next: the decision, or the verification of a poor rating. */
const isOverdueBy = (is: boolean, context: FilterContext): string => `((${ofDecision(is, context)}) or (${ofRating(is, context)}))`;

/** By number, here and with who decides it, and area: who applied is sealed. */
export const SERVICE_CASE_SEARCH = searchedBy({ number: 'number', reference: 'external_number' });

/** 经办中: not over yet. */
export const UNFINISHED: readonly ServiceCaseState[] = ['open', 'preparing', 'submitted', 'decided'];

const isUnfinished = (given: FilterContext['given']): string => `t.state = any(${given(UNFINISHED)})`;

/** Who applies, and for whom: the same by file, by identity number, or by telephone and whole name. */
type SameApplicant = Pick<ServiceCase, 'applicantIdIndex' | 'applicantPersonIndex' | 'residentId'> & { readonly files: readonly string[] };

/** 重复收件: what somebody has under way of an item, for the same person. */
function isUnderWayOf(who: SameApplicant & { readonly itemCode: string }, given: FilterContext['given']): readonly string[] {
  const of = `t.item_code = ${given(who.itemCode)} and t.resident_id is not distinct from ${given(who.residentId)}::uuid and ${isUnfinished(given)}`;
  return [
    `t.applicant_id = any(${given(who.files)}::uuid[]) and ${of}`,
    `t.applicant_id_index = ${given(who.applicantIdIndex)} and ${of}`,
    `t.applicant_person_index = ${given(who.applicantPersonIndex)} and ${of}`,
  ];
}

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
      q: SERVICE_CASE_SEARCH.filter,
      state: 'state',
      itemCode: 'item_code',
      residentIds: (ids: readonly string[], { given }) => {
        const of = given(ids);
        return [`t.applicant_id = any(${of}::uuid[])`, `t.resident_id = any(${of}::uuid[])`];
      },
      externalNumber: 'external_number',
      applicantPhoneIndex: 'applicant_phone_index',
      unfinishedOfPhone: (hash: string, { given }) => `t.applicant_phone_index = ${given(hash)} and ${isUnfinished(given)}`,
      endedOfPhone: (hash: string, { given }) => `t.applicant_phone_index = ${given(hash)} and not ${isUnfinished(given)}`,
      underWayOf: (who: SameApplicant & { readonly itemCode: string }, { given }) => isUnderWayOf(who, given),
      overdue: isOverdueBy,
      toRate: (is: boolean, context: FilterContext) => (is ? isStillRated(false, context) : 't.rate_until is null'),
      toVerify: (is: boolean) =>
        is ? 't.rating_due_at is not null and t.verified_at is null' : '(t.rating_due_at is null or t.verified_at is not null)',
    },
  },
  (found, { actor, now }) => subjectOf(found, actor, now),
);

/** The case of a number, whoever asks, and what ends with the digits that open it: the telephone of who applied, as far as one is kept. */
export async function caseOfNumber(
  tx: ReadTx,
  number: string,
): Promise<{ readonly found: ServiceCase; readonly opensWith: string | null } | undefined> {
  const [row] = await tx.query<ServiceCaseEntity & Record<string, unknown> & { opensWith: string | null }>(
    `${tx.select(ServiceCaseEntity, 't', 'coalesce(t.applicant_phone, r.phone_masked) as "opensWith"')}
     left join resident r on r.id = t.applicant_id where t.number = $1`,
    [number],
  );
  return row && { found: row, opensWith: row.opensWith };
}

/**
 * The number of what the same applicant has under way of an item already, as far as the caller sees it: of another's nothing is said.
 * Of two that are opened at once, the second sees the first.
 */
export async function standingCase(tx: Tx, who: SameApplicant, itemCode: string): Promise<string | undefined> {
  const { files, applicantIdIndex, applicantPersonIndex } = who;
  if (files.length === 0 && applicantIdIndex === null && applicantPersonIndex === null) return undefined;
  if (files.length === 0) await tx.execute('select from service_item where code = $1 for no key update', [itemCode]);
  const [found] = (await SERVICE_CASES.list(tx, { underWayOf: { ...who, itemCode }, limit: 1 })).items;
  return found && (found.number ?? found.id);
}

/** What is to be decided, or verified, after a moment. */
export const casesDueAfter = (tx: ReadTx, after: Date): Promise<ServiceCaseEntity[]> =>
  tx.query<ServiceCaseEntity & Record<string, unknown>>(
    `${tx.select(ServiceCaseEntity, 't')}
     where (t.state = 'submitted' and t.due_at > $1) or (t.rating_due_at is not null and t.verified_at is null and t.rating_due_at > $1)`,
    [after],
  );

/** Moves what is due, with a line in the history saying why. As the state stays and nothing is told, so does the version. */
export function moveDueTimes(tx: Tx, found: ServiceCase, changes: Partial<ServiceCase>, reason: string): void {
  if (Object.keys(changes).length === 0) return;
  tx.update(ServiceCaseEntity, found as ServiceCaseEntity, changes, 0);
  SERVICE_CASES.note(tx, found, 'due-moved', { reason });
}

/** Those whose clock has something to do, the longest due before the others. */
export const findDueCases = findDueBy('service_case', 'next_at');
